using System.Diagnostics;
using System.Text.Json;
using Parley.Contracts;
using Parley.Tests;

namespace Parley.EndToEnd.Tests;

public sealed class A_system_on_this_machine : IAsyncLifetime
{
    // Not a folder of Directory.CreateTempSubdirectory: the servers run as users of their own and must be able to pass through it.
    private readonly string _home = Path.Combine(Path.GetTempPath(), $"parley-home-{Guid.NewGuid():N}");
    private readonly CommandLine _parley;

    public A_system_on_this_machine() => _parley = new CommandLine(_home);

    public Task InitializeAsync()
    {
        Directory.CreateDirectory(_home);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await _parley.RunAsync(["down"]);
        Directory.Delete(_home, recursive: true);
    }

    [Fact]
    public async Task Comes_up_takes_articles_in_alerts_and_goes_down_without_a_trace()
    {
        var up = await _parley.RunAsync(["up", "--port", "0"]);
        up.ExitCode.ShouldBe(0, up.Errors);
        Remains().ShouldNotBeEmpty();
        var amqp = Path.Combine(_home, "amqp");
        up.Output.ShouldContain($"export PARLEY_AMQP=$(cat {amqp})");
        new Uri(await File.ReadAllTextAsync(amqp)).Scheme.ShouldBe("amqp");
        File.GetUnixFileMode(amqp).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite, "It has the password.");
        var status = await _parley.RunAsync(["status"]);
        status.ExitCode.ShouldBe(0, status.Errors);

        using var alerts = _parley.Start(["alerts", "--json", "--actor", "NOR"]);
        (await alerts.StandardError.ReadLineAsync()).ShouldBe("watching for alerts; Ctrl-C ends it");
        (await IngestAsync(Dispatches.Announced)).ShouldBe("1 taken in, 0 known already, 0 refused");
        (await StatusAsync(alerts)).ShouldBe("planned");
        (await IngestAsync(Dispatches.Announced, Dispatches.PutOff)).ShouldBe("1 taken in, 1 known already, 0 refused");
        (await StatusAsync(alerts)).ShouldBe("postponed");
        await Programs.SignalAsync("INT", alerts.Id);
        await alerts.WaitForExitAsync();

        alerts.ExitCode.ShouldBe(0);
        var ledger = await _parley.RunAsync(["ledger"]);
        var entry = JsonDocument.Parse(ledger.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldHaveSingleItem()).RootElement;
        entry.GetProperty("history").EnumerateArray().Select(s => s.GetProperty("article").GetString()).ShouldBe([Dispatches.Announced.Id, Dispatches.PutOff.Id]);

        var down = await _parley.RunAsync(["down"]);
        down.ExitCode.ShouldBe(0, down.Errors);
        File.Exists(amqp).ShouldBeFalse();
        (await _parley.RunAsync(["status"])).ExitCode.ShouldBe(3);
        await Eventually.SeeAsync("nothing of it runs", () => Task.FromResult(string.Join('\n', Remains())), remains => remains.Length == 0);
    }

    private static async Task<string?> StatusAsync(Process alerts)
    {
        using var alert = JsonDocument.Parse((await alerts.StandardOutput.ReadLineAsync())!);
        return alert.RootElement.GetProperty("change").GetProperty("after").GetProperty("status").GetString();
    }

    private async Task<string> IngestAsync(params Article[] articles)
    {
        var file = Path.Combine(_home, "articles.jsonl");
        await File.WriteAllLinesAsync(file, articles.Select(a => JsonSerializer.Serialize(new { id = a.Id, text = a.Text, published_at = a.PublishedAt })));
        var ran = await _parley.RunAsync(["ingest", file]);
        ran.ExitCode.ShouldBe(0, ran.Errors);
        return ran.Output.Trim();
    }

    /// <summary>The processes that were told of the home, on their command line or in their environment.</summary>
    private List<string> Remains() =>
    [
        .. from folder in Directory.EnumerateDirectories("/proc")
           where int.TryParse(Path.GetFileName(folder), out var id) && id != Environment.ProcessId
           let told = Read(folder, "cmdline") + Read(folder, "environ")
           where told.Contains(_home, StringComparison.Ordinal)
           select Read(folder, "cmdline").Replace('\0', ' '),
    ];

    private static string Read(string folder, string file)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It has ended in the meantime, or belongs to someone else.
            return "";
        }
    }
}
