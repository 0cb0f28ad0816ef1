using System.Globalization;
using Npgsql;
using Parley.Contracts;
using Parley.Protocol.Extraction.V1;
using Parley.Reliability.Tests.Tally;
using Parley.Tests;
using static Grpc.Health.V1.HealthCheckResponse.Types;
using EntryStatus = Parley.Protocol.Type.V1.EntryStatus;

namespace Parley.Reliability.Tests.Running;

/// <summary>A Parley of real processes at a place of its own on the servers, watched by a subscriber of each kind.</summary>
internal sealed class RunningParley : IAsyncDisposable
{
    private static readonly string[] Names = ["Ingestion", "Extraction", "Search", "Alerting"];

    private readonly PrivateServers _servers;
    private readonly string? _virtualHost;
    private readonly IReadOnlyDictionary<string, ServiceProcess> _services;
    private readonly IReadOnlyDictionary<string, Gate> _gates;
    private readonly ExchangeSubscriber? _exchange;
    private StreamWatcher _stream = null!;

    private RunningParley(
        PrivateServers servers, Site site, string? virtualHost, IReadOnlyDictionary<string, ServiceProcess> services, IReadOnlyDictionary<string, Gate> gates)
    {
        _servers = servers;
        Site = site;
        _virtualHost = virtualHost;
        _services = services;
        _gates = gates;
        _exchange = site.Bus is { } bus ? new ExchangeSubscriber(bus) : null;
    }

    public Site Site { get; }

    /// <summary>The services' processes.</summary>
    public IEnumerable<ServiceProcess> Services => _services.Values.Distinct();

    /// <summary>How often the stream of alerts was cut.</summary>
    public int StreamCuts => _stream.Cuts;

    /// <summary>The four services on PostgreSQL and RabbitMQ, each speaking to the broker through a gate.</summary>
    public static async Task<RunningParley> StartFourAsync(PrivateServers servers)
    {
        var virtualHost = $"v{Guid.NewGuid():N}";
        var site = Site.On(servers.Postgres.ConnectionString("postgres"), await servers.Broker.CreateVirtualHostAsync(virtualHost));
        var gates = Names.ToDictionary(n => n, _ => Gate.To(servers.Rabbit.Port));
        var services = Names.ToDictionary(n => n, n => ServiceProcess.Of(n, SettingsBehind(gates[n], site)));
        return await StartAsync(new RunningParley(servers, site, virtualHost, services, gates));
    }

    /// <summary>All in one process, with messages in its memory.</summary>
    public static Task<RunningParley> StartStandaloneAsync(PrivateServers servers)
    {
        var site = Site.On(servers.Postgres.ConnectionString("postgres"), bus: null);
        var standalone = ServiceProcess.Of("Standalone", site.Settings);
        return StartAsync(new RunningParley(servers, site, null, Names.ToDictionary(n => n, _ => standalone), new Dictionary<string, Gate>()));
    }

    /// <summary>What a service of a site is told, where a gate stands before its broker.</summary>
    public static Dictionary<string, string?> SettingsBehind(Gate gate, Site site) => new(site.Settings)
    {
        ["Parley:Bus:Uri"] = new UriBuilder(site.Bus!) { Port = gate.Port }.Uri.AbsoluteUri,
    };

    /// <summary>The process that does a service's work.</summary>
    public ServiceProcess Service(string name) => _services[name];

    /// <summary>Between a service and the broker.</summary>
    public Gate GateOf(string service) => _gates[service];

    /// <summary>Waits until the broker may be killed without forgetting its new queues.</summary>
    public Task QueuesAreOnDiskAsync() => _servers.QueuesAreOnDiskAsync(_virtualHost!);

    /// <summary>Waits until every service says that it is healthy, or that it is not.</summary>
    public Task HealthIsAsync(ServingStatus wanted) => Task.WhenAll(Services.Select(service => service.HealthIsAsync(wanted)));

    /// <summary>Waits until all is settled, and gathers what there is.</summary>
    public async Task<Outcome> SettleAsync()
    {
        try
        {
            await Site.SettleAsync();
        }
        catch (TimeoutException timeout)
        {
            throw new TimeoutException($"{timeout.Message}\n{string.Join('\n', Services.Select(s => s.LastWords))}", timeout);
        }

        var client = new LedgerService.LedgerServiceClient(Service("Extraction").Channel);
        var entries = await client.ReadAllAsync();
        var changes = await client.ChangesAsync(Site);
        var news = changes.Count(c => c.News);
        var alerts = await Eventually.SeeAsync($"{news} alerts on the stream", () => Task.FromResult(_stream.Alerts), seen => seen.Count >= news);
        return new Outcome(
            Ledgers.Json(entries),
            await ReadIndexAsync(entries.Select(e => e.Id)),
            await Site.ReadAsync<string>("search", "SELECT string_agg(id, ' ' ORDER BY id COLLATE \"C\") FROM articles"),
            changes,
            alerts,
            _exchange is null ? null : await _exchange.ReadAllAsync(),
            await ReadHoldersAsync(),
            entries.ToDictionary(e => e.Id, e => Enum.Parse<EntryStatus>(e.Status.ToString())));
    }

    public async ValueTask DisposeAsync()
    {
        if (_stream is not null)
            await _stream.DisposeAsync();
        foreach (var service in Services)
            await service.DisposeAsync();
        foreach (var gate in _gates.Values)
            await gate.DisposeAsync();
        foreach (var name in Names.Append(TallyService.ServiceName))
            await _servers.Postgres.DropDatabaseAsync(Site.DatabasePrefix + name.ToLower(CultureInfo.InvariantCulture));
        if (_virtualHost is not null)
            await _servers.Broker.DeleteVirtualHostAsync(_virtualHost);
    }

    private static async Task<RunningParley> StartAsync(RunningParley parley)
    {
        try
        {
            await Task.WhenAll(parley.Services.Select(s => s.StartAsync()));
            await parley.HealthIsAsync(ServingStatus.Serving);
            if (parley._exchange is not null)
                await parley._exchange.SubscribeAsync();
            parley._stream = await StreamWatcher.StartAsync(parley.Service("Alerting").Channel);
            return parley;
        }
        catch
        {
            await parley.DisposeAsync();
            throw;
        }
    }

    /// <summary>What Search has of the ledger, in the ledger's order.</summary>
    private async Task<string> ReadIndexAsync(IEnumerable<string> order)
    {
        var entries = (await ReadPairsAsync("search", "SELECT id, entry::text FROM entries WHERE listed"))
            .ToDictionary(p => p.Key, p => System.Text.Json.JsonSerializer.Deserialize<Entry>(p.Value, ParleyJson.Line)!);
        var place = order.Select((id, i) => (id, i)).ToDictionary(o => o.id, o => o.i);
        return Ledgers.Json(entries.Values.OrderBy(e => place.GetValueOrDefault(e.Id, int.MaxValue)));
    }

    private async Task<IReadOnlyDictionary<string, string>> ReadHoldersAsync() =>
        (await ReadPairsAsync("extraction", "SELECT own_entry_id, entry_id FROM mentions")).ToDictionary();

    private async Task<IReadOnlyList<KeyValuePair<string, string>>> ReadPairsAsync(string database, string sql)
    {
        await using var connection = await Site.OpenAsync(database);
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var pairs = new List<KeyValuePair<string, string>>();
        while (await reader.ReadAsync())
            pairs.Add(new(reader.GetString(0), reader.GetString(1)));
        return pairs;
    }
}
