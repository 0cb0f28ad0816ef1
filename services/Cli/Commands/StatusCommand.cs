using System.CommandLine;
using System.Text.Json;
using Parley.Cli.Output;
using Parley.Cli.Running;
using Parley.Contracts;

namespace Parley.Cli.Commands;

/// <summary><c>parley status</c>: is each service there, and does it reach its database and the broker?</summary>
internal static class StatusCommand
{
    /// <summary>Something that should answer does not.</summary>
    private const int Down = 3;

    public static Command Create()
    {
        var address = Clients.AddressOption();
        var json = JsonOption.Create("{\"service\",\"address\",\"health\",\"database\",\"bus\",\"version\",\"reason\"} for each service");
        var command = new ParleyCommand("status", CommandGroup.Running, "Says whether each service, the database and the broker are there, and what to do if not.")
        {
            Details = "Exit status 0 where all is well, 3 where something is down.",
            Examples =
            [
                new("./parley status", "the system of this machine"),
                new("./parley status --address http://127.0.0.1:7100", "a Standalone"),
                new("until ./parley status > /dev/null 2>&1; do sleep 1; done", "wait for it in a script"),
            ],
        };
        command.Add(address);
        command.Add(json);
        command.SetAction(async (parse, cancellation) =>
        {
            var given = parse.GetValue(address);
            var here = given is null ? RunningSystem.Find() : null;
            if (given is null && here is null)
            {
                await Console.Error.WriteLineAsync("No Parley runs on this machine. Start it with: ./parley up");
                return Down;
            }

            using var clients = Clients.Of(given);
            var services = await ServiceHealth.OfAsync(clients, cancellation);
            return await ShowAsync(services, here, JsonOption.ForPrograms(parse, json));
        });
        return command;
    }

    private static async Task<int> ShowAsync(IReadOnlyList<ServiceHealth> services, RunningSystem? here, bool json)
    {
        if (json)
        {
            foreach (var service in services)
                await Console.Out.WriteLineAsync(JsonSerializer.Serialize(service, ParleyJson.Line));
        }
        else
        {
            Terminal.Out.Write(StatusView.Table(services));
            if (here is not null)
                await Console.Out.WriteLineAsync($"Process {here.ProcessId}, logs in {ParleyHome.Logs}");
        }

        foreach (var advice in StatusView.Advice(services, here is null ? null : ParleyHome.Logs))
            await Console.Error.WriteLineAsync($"parley: {advice}");
        return services.All(s => s.Health == ServiceHealth.Serving) ? 0 : Down;
    }
}
