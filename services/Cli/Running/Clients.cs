using System.CommandLine;
using Grpc.Net.Client;
using Parley.Platform.Grpc;
using Parley.Protocol.Alerting.V1;
using Parley.Protocol.Extraction.V1;
using Parley.Protocol.Ingestion.V1;

namespace Parley.Cli.Running;

/// <summary>Channels to a running Parley: the one of this machine, or one at an address that is given.</summary>
internal sealed class Clients : IDisposable
{
    private readonly Dictionary<Uri, GrpcChannel> _channels = [];
    private readonly RunningSystem _system;

    private Clients(RunningSystem system) => _system = system;

    /// <summary>The option of every command that calls a running system.</summary>
    public static Option<Uri?> AddressOption() => new("--address")
    {
        Description = "Address of a Standalone, such as http://127.0.0.1:7100; without it the system that ./parley up started (or PARLEY_ADDRESS).",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("PARLEY_ADDRESS") is { Length: > 0 } address ? new Uri(address) : null,
        Recursive = true,
    };

    /// <summary>The ledger.</summary>
    public LedgerService.LedgerServiceClient Ledger => new(Channel(_system.Extraction));

    /// <summary>Articles.</summary>
    public IngestionService.IngestionServiceClient Ingestion => new(Channel(_system.Ingestion));

    /// <summary>Subscriptions and alerts.</summary>
    public AlertingService.AlertingServiceClient Alerting => new(Channel(_system.Alerting));

    /// <summary>Opens nothing yet.</summary>
    /// <param name="address">One address for all services; null for the system that runs on this machine.</param>
    /// <exception cref="UsageException">None runs.</exception>
    public static Clients Of(Uri? address) => address is not null
        ? new Clients(new RunningSystem(0, 0, address, address, address, address))
        : new Clients(RunningSystem.Find() ?? throw new UsageException("No Parley runs on this machine. Start it with: ./parley up"));

    public void Dispose()
    {
        foreach (var channel in _channels.Values)
            channel.Dispose();
    }

    private GrpcChannel Channel(Uri address)
    {
        if (!_channels.TryGetValue(address, out var channel))
            _channels[address] = channel = GrpcClients.Open(address);
        return channel;
    }
}
