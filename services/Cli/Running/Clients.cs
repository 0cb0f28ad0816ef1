using System.CommandLine;
using Grpc.Health.V1;
using Grpc.Net.Client;
using Parley.Platform.Grpc;
using Parley.Protocol.Alerting.V1;
using Parley.Protocol.Extraction.V1;
using Parley.Protocol.Ingestion.V1;
using Parley.Protocol.Search.V1;

namespace Parley.Cli.Running;

/// <summary>Channels to a running Parley: the one of this machine, or one at an address that is given.</summary>
internal sealed class Clients : IDisposable
{
    private readonly Dictionary<Uri, GrpcChannel> _channels = [];
    private readonly RunningSystem _system;
    private readonly GrpcAccess _access;

    private Clients(RunningSystem system, GrpcAccess access)
    {
        _system = system;
        _access = access;
    }

    /// <summary>The option of every command that calls a running system.</summary>
    public static Option<string?> AddressOption() => new("--address")
    {
        Description = """
            Where Parley is: http://127.0.0.1:7100 for a Standalone, https://{service}.parley.example:7100 for four services ({service} becomes
            ingestion, extraction, search, alerting); else PARLEY_ADDRESS, else what ./parley up started. With PARLEY_CA (a file of
            authorities to trust) and PARLEY_KEY_FILE or PARLEY_KEY (the API key).
            """.ReplaceLineEndings(" "),
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("PARLEY_ADDRESS") is { Length: > 0 } address ? address : null,
        Recursive = true,
    };

    /// <summary>The ledger.</summary>
    public LedgerService.LedgerServiceClient Ledger => new(Channel(_system.Extraction));

    /// <summary>What analysts say of it.</summary>
    public VerdictService.VerdictServiceClient Verdicts => new(Channel(_system.Extraction));

    /// <summary>Reading articles again.</summary>
    public ReprocessingService.ReprocessingServiceClient Reprocessing => new(Channel(_system.Extraction));

    /// <summary>Articles.</summary>
    public IngestionService.IngestionServiceClient Ingestion => new(Channel(_system.Ingestion));

    /// <summary>Subscriptions and alerts.</summary>
    public AlertingService.AlertingServiceClient Alerting => new(Channel(_system.Alerting));

    /// <summary>Articles and entries by words.</summary>
    public SearchService.SearchServiceClient Search => new(Channel(_system.Search));

    /// <summary>How each service is.</summary>
    public IReadOnlyList<(string Service, Uri Address, Health.HealthClient Client)> Healths =>
    [
        .. from service in new[] { ("ingestion", _system.Ingestion), ("extraction", _system.Extraction), ("search", _system.Search), ("alerting", _system.Alerting) }
           select (service.Item1, service.Item2, new Health.HealthClient(Channel(service.Item2))),
    ];

    /// <summary>Opens nothing yet.</summary>
    /// <param name="address">What <see cref="AddressOption"/> gave; null for the system that runs on this machine.</param>
    /// <exception cref="UsageException">The address is none, or no system runs.</exception>
    public static Clients Of(string? address) => new(
        address is not null ? ServiceAddresses.Parse(address)
            : RunningSystem.Find() ?? throw new UsageException("No Parley runs on this machine. Start it with: ./parley up"),
        Access.OfEnvironment());

    /// <summary>A system that this program has started itself.</summary>
    public static Clients Of(Uri address) => new(new RunningSystem(0, 0, address, address, address, address), new GrpcAccess());

    public void Dispose()
    {
        foreach (var channel in _channels.Values)
            channel.Dispose();
    }

    private GrpcChannel Channel(Uri address)
    {
        if (!_channels.TryGetValue(address, out var channel))
            _channels[address] = channel = Open(address);
        return channel;
    }

    private GrpcChannel Open(Uri address)
    {
        try
        {
            return GrpcClients.Open(address, _access);
        }
        catch (ArgumentException e)
        {
            throw new UsageException(e.Message);
        }
    }
}
