using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Npgsql;
using Parley.Platform.Hosting;

namespace Parley.Tests;

/// <summary>A place of its own on the servers: databases with a prefix, a virtual host, and the service hosts that were started there.</summary>
internal sealed class Site : IAsyncDisposable
{
    private readonly List<RunningHost> _hosts = [];
    private readonly Func<Task> _clear;

    private Site(string name, string postgres, Uri? bus, Func<Task> clear)
    {
        _clear = clear;
        Postgres = postgres;
        Bus = bus;
        Settings = new Dictionary<string, string?>
        {
            ["Parley:Postgres:ConnectionString"] = postgres,
            ["Parley:Postgres:DatabasePrefix"] = DatabasePrefix = name + "_",
            ["Parley:Bus:Transport"] = bus is null ? "Memory" : "RabbitMq",
            ["Parley:Bus:Uri"] = bus?.AbsoluteUri,
        };
    }

    /// <summary>Connection string of the server.</summary>
    public string Postgres { get; }

    /// <summary>The virtual host; null where messages stay in the process.</summary>
    public Uri? Bus { get; }

    /// <summary>What the names of its databases begin with.</summary>
    public string DatabasePrefix { get; }

    /// <summary>What a service needs to be told to work here.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; }

    /// <summary>On the shared servers.</summary>
    public static async Task<Site> OnRabbitMqAsync()
    {
        var name = NewName();
        var broker = Servers.BrokerAsync();
        var postgres = await Servers.PostgresAsync();
        var bus = await (await broker).CreateVirtualHostAsync(name);
        return new Site(name, postgres, bus, async () =>
        {
            await (await broker).DeleteVirtualHostAsync(name);
            await DropDatabasesAsync(postgres, name);
        });
    }

    /// <summary>On the shared PostgreSQL and the bus in memory.</summary>
    public static async Task<Site> InMemoryAsync()
    {
        var name = NewName();
        var postgres = await Servers.PostgresAsync();
        return new Site(name, postgres, null, () => DropDatabasesAsync(postgres, name));
    }

    /// <summary>On servers that the test may break, and that go with it; without a bus messages stay in the process.</summary>
    public static Site On(string postgres, Uri? bus) => new(NewName(), postgres, bus, () => Task.CompletedTask);

    /// <summary>Starts a host here; it stops with the site.</summary>
    public async Task<RunningHost> StartAsync(
        string name, Action<ParleyBuilder> add, Action<WebApplication> map, IReadOnlyDictionary<string, string?>? more = null, bool awaitBus = true)
    {
        var settings = Settings.Concat(more ?? new Dictionary<string, string?>()).GroupBy(s => s.Key).ToDictionary(g => g.Key, g => g.Last().Value);
        var host = await RunningHost.StartAsync(name, add, map, settings, awaitBus);
        _hosts.Add(host);
        return host;
    }

    /// <summary>A connection to one of the databases.</summary>
    public async Task<NpgsqlConnection> OpenAsync(string database)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Postgres) { Database = DatabasePrefix + database, Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>One value from one of the databases.</summary>
    public async Task<T> ReadAsync<T>(string database, string sql)
    {
        await using var connection = await OpenAsync(database);
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)Convert.ChangeType((await command.ExecuteScalarAsync())!, typeof(T), CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_hosts.Select(h => h.DisposeAsync().AsTask()));
        await _clear();
    }

    private static string NewName() => $"t{RandomNumberGenerator.GetHexString(10, lowercase: true)}";

    private static async Task DropDatabasesAsync(string postgres, string name)
    {
        await using var connection = new NpgsqlConnection(postgres);
        await connection.OpenAsync();
        var databases = new List<string>();
        await using (var list = new NpgsqlCommand("SELECT datname FROM pg_database WHERE starts_with(datname, $1)", connection) { Parameters = { new() { Value = name + "_" } } })
        await using (var reader = await list.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
                databases.Add(reader.GetString(0));
        }

        foreach (var database in databases)
        {
            await using var drop = new NpgsqlCommand($"DROP DATABASE \"{database}\" WITH (FORCE)", connection);
            await drop.ExecuteNonQueryAsync();
        }
    }
}
