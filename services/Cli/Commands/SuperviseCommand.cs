using System.CommandLine;
using System.Runtime.InteropServices;
using Parley.Cli.Deployment;
using Parley.Cli.Running;
using Parley.LocalServers;

namespace Parley.Cli.Commands;

/// <summary>
/// <c>parley supervise</c>, which <c>parley up</c> leaves running behind it: keeps the servers and the four services up until it is told to stop.
/// </summary>
internal static class SuperviseCommand
{
    public const string Name = "supervise";

    /// <summary>Three more have to follow it, and 65,535 is the last that there is.</summary>
    private const int LastFirstPort = 65_532;

    private static readonly string[] Services = ["ingestion", "extraction", "search", "alerting"];

    public static Option<int> PortOption() =>
        NumberOption.Create("--port", "Port of the first service; the other three follow it. 0 takes free ones.", 0, LastFirstPort, byDefault: 7101);

    public static Command Create()
    {
        var port = PortOption();
        var command = new ParleyCommand(Name, CommandGroup.More, "Runs the services in the foreground; ./parley up does it in the background.")
        {
            Examples =
            [
                new("./parley supervise", "until SIGTERM or Ctrl-C"),
                new("./parley supervise --port 7201 2> parley.log", "on ports 7201 to 7204"),
            ],
        };
        command.Add(port);
        command.SetAction((parse, cancellation) => RunAsync(parse.GetValue(port), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(int firstPort, CancellationToken cancellation)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
        {
            signal.Cancel = true;
            ending.Cancel();
        });

        var started = ProcessStart.Of(Environment.ProcessId) ?? throw new UsageException("/proc is needed, and does not tell of this process.");
        await using var servers = await Servers.StartAsync(ending.Token);
        var ports = Enumerable.Range(0, Services.Length).Select(i => firstPort == 0 ? FreePort.Next() : firstPort + i).ToList();
        var processes = Services.Select((name, i) => new ServiceProcess(name, ports[i], servers.Settings)).ToList();
        var running = Task.WhenAll(processes.ConvertAll(p => p.RunAsync(ending.Token)));

        new RunningSystem(Environment.ProcessId, started, processes[0].Address, processes[1].Address, processes[2].Address, processes[3].Address).Save();
        try
        {
            await running;
        }
        finally
        {
            File.Delete(ParleyHome.StateFile);
        }

        return 0;
    }

    /// <summary>PostgreSQL and RabbitMQ: those that the environment names, else private ones that keep their data.</summary>
    private sealed class Servers : IAsyncDisposable
    {
        private const string PostgresKey = "Parley__Postgres__ConnectionString";
        private const string BusKey = "Parley__Bus__Uri";

        private PrivatePostgres? _postgres;
        private PrivateRabbitMq? _rabbit;

        public Dictionary<string, string> Settings { get; } = [];

        public static async Task<Servers> StartAsync(CancellationToken cancellation)
        {
            var servers = new Servers();
            try
            {
                var postgres = servers.StartPostgresAsync(cancellation);
                var rabbit = servers.StartRabbitAsync(cancellation);
                await Task.WhenAll(postgres, rabbit);
                return servers;
            }
            catch
            {
                await servers.DisposeAsync();
                throw;
            }
        }

        public async ValueTask DisposeAsync()
        {
            if (_rabbit is not null)
            {
                File.Delete(ParleyHome.AmqpFile);
                await _rabbit.DisposeAsync();
            }

            if (_postgres is not null)
                await _postgres.DisposeAsync();
        }

        private async Task StartPostgresAsync(CancellationToken cancellation)
        {
            if (!string.IsNullOrEmpty(Environment.GetEnvironmentVariable(PostgresKey)))
                return;
            _postgres = await PrivatePostgres.StartAsync(new() { Throwaway = false, Folder = Path.Combine(ParleyHome.Folder, "postgres") }, cancellation);
            Settings[PostgresKey] = _postgres.ConnectionString("postgres");
        }

        private async Task StartRabbitAsync(CancellationToken cancellation)
        {
            // One that was killed may have left it.
            File.Delete(ParleyHome.AmqpFile);
            if (!string.IsNullOrEmpty(Environment.GetEnvironmentVariable(BusKey)))
                return;
            _rabbit = await PrivateRabbitMq.StartAsync(new() { Throwaway = false, Folder = Path.Combine(ParleyHome.Folder, "rabbitmq"), QuickStart = false }, cancellation);
            Settings[BusKey] = _rabbit.AmqpUri.AbsoluteUri;
            new SecretFolder(ParleyHome.Folder).Write(ParleyHome.AmqpFileName, _rabbit.AmqpUri.AbsoluteUri);
        }
    }
}
