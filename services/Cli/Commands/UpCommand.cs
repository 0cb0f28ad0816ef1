using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Grpc.Core;
using Grpc.Health.V1;
using Parley.Cli.Running;
using Parley.Platform.Grpc;

namespace Parley.Cli.Commands;

/// <summary><c>parley up</c>: the services on this machine, each a process of its own.</summary>
internal static class UpCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    public static Command Create()
    {
        var port = SuperviseCommand.PortOption();
        var command = new ParleyCommand("up", CommandGroup.Begin, "Starts the four services on this machine, to stay until ./parley down.")
        {
            Details =
                """
                Each service is its own process, on PostgreSQL and RabbitMQ: those that Parley__Postgres__ConnectionString and Parley__Bus__Uri
                name, else private ones that keep their data.
                """,
            Examples =
            [
                new("./parley up && ./parley ingest seeds && ./parley ledger", "up, with the sample dispatches, to the ledger"),
                new("./parley up --port 0", "on free ports; ./parley status says which"),
            ],
        };
        command.Add(port);
        command.SetAction((parse, cancellation) => RunAsync(parse.GetValue(port), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(int port, CancellationToken cancellation)
    {
        if (RunningSystem.Find() is { } running)
        {
            await ShowAsync(running);
            return 0;
        }

        Directory.CreateDirectory(ParleyHome.Logs);
        var log = Path.Combine(ParleyHome.Logs, "supervise.log");
        await Console.Error.WriteLineAsync("starting PostgreSQL, RabbitMQ and the services …");
        using var supervisor = Start(port, log);
        var started = Stopwatch.GetTimestamp();
        while (!await IsUpAsync(cancellation))
        {
            if (supervisor.HasExited)
                throw new UsageException($"The services could not be started:{Environment.NewLine}{Tail(log)}");
            if (Stopwatch.GetElapsedTime(started) > Patience)
                throw new UsageException($"The services are not healthy after {Patience.TotalSeconds:0} s. Their logs are in {ParleyHome.Logs}.{string.Concat(Failures())}");
            await Task.Delay(TimeSpan.FromMilliseconds(100), cancellation);
        }

        await ShowAsync(RunningSystem.Find()!);
        return 0;
    }

    /// <summary>What the services that do not stay up ended with last, a line each.</summary>
    private static IEnumerable<string> Failures()
    {
        const string mark = "Unhandled exception. ";
        return from log in Directory.EnumerateFiles(ParleyHome.Logs, "*.log").Order(StringComparer.Ordinal)
               let failure = Tail(log).Split('\n').LastOrDefault(l => l.StartsWith(mark, StringComparison.Ordinal))
               where failure is not null
               select $"{Environment.NewLine}{Path.GetFileNameWithoutExtension(log)}: {failure[mark.Length..].TrimEnd()}";
    }

    /// <summary>Leaves the supervisor behind in a session of its own, so that the terminal's Ctrl-C and hang-up do not reach it.</summary>
    private static Process Start(int port, string log)
    {
        var start = new ProcessStartInfo("setsid") { UseShellExecute = false };
        foreach (var argument in new[] { "sh", "-c", "exec \"$@\" >>\"$0\" 2>&1 </dev/null", log, "dotnet", typeof(UpCommand).Assembly.Location,
            SuperviseCommand.Name, "--port", port.ToString(CultureInfo.InvariantCulture), })
        {
            start.ArgumentList.Add(argument);
        }

        File.WriteAllText(log, "");
        return Process.Start(start) ?? throw new UsageException("The services could not be started.");
    }

    private static async Task<bool> IsUpAsync(CancellationToken cancellation)
    {
        if (RunningSystem.Find() is not { } system)
            return false;
        foreach (var address in new[] { system.Ingestion, system.Extraction, system.Search, system.Alerting })
        {
            using var channel = GrpcClients.Open(address);
            try
            {
                var answer = await new Health.HealthClient(channel).CheckAsync(
                    new HealthCheckRequest(), deadline: DateTime.UtcNow.AddSeconds(2), cancellationToken: cancellation);
                if (answer.Status != HealthCheckResponse.Types.ServingStatus.Serving)
                    return false;
            }
            catch (RpcException)
            {
                return false;
            }
        }

        return true;
    }

    private static Task ShowAsync(RunningSystem system) => Console.Out.WriteLineAsync(
        $"""
        Parley is up (process {system.ProcessId}). gRPC without TLS, on this machine only:
          ingestion   {system.Ingestion}
          extraction  {system.Extraction}
          search      {system.Search}
          alerting    {system.Alerting}
        {Broker()}Logs: {ParleyHome.Logs}
        Next: ./parley watch   ./parley ingest seeds   ./parley ledger   ./parley status   ./parley down
        """);

    /// <summary>How a program that reads from RabbitMQ learns its address; nothing where the environment named one.</summary>
    private static string Broker() => File.Exists(ParleyHome.AmqpFile)
        ? $"RabbitMQ, on this machine only: export PARLEY_AMQP=$(cat {ParleyHome.AmqpFile}){Environment.NewLine}"
        : "";

    private static string Tail(string log) => string.Join(Environment.NewLine, File.ReadLines(log).TakeLast(10));
}
