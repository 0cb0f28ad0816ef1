using System.Diagnostics;
using System.Reflection;
using Npgsql;
using Parley.Platform.Messaging;

namespace Parley.Platform.Storage;

/// <summary>
/// The database of one service, with its outbox. A service derives its own type from it, so that the container tells the four
/// databases apart when Standalone hosts them in one process.
/// </summary>
public abstract class ServiceDatabase : IAsyncDisposable
{
    /// <summary>Statements that one connection keeps prepared; a service has fewer that it runs again and again.</summary>
    private const int Prepared = 200;

    private readonly NpgsqlDataSource _source;
    private readonly NpgsqlConnectionStringBuilder _preparedSettings;
    private readonly NpgsqlDataSource _prepared;

    /// <summary>Opens nothing yet; the first connection does.</summary>
    /// <param name="options">Where the server is.</param>
    /// <param name="name">The service's name, which ends the database's name.</param>
    protected ServiceDatabase(PostgresOptions options, string name)
    {
        Name = options.DatabasePrefix + name;
        Settings = new NpgsqlConnectionStringBuilder(options.ConnectionString)
        {
            Database = Name,
            ApplicationName = $"parley {name}",
        };
        var asked = Math.Max(1, Settings.MaxPoolSize / 4);
        _source = Source(Pooled(asked), Name);
        _preparedSettings = Pooled(Math.Max(1, Settings.MaxPoolSize - asked));
        // To parse and plan a small statement costs several times what it does. The connection string may say otherwise.
        if (!Settings.ShouldSerialize("Max Auto Prepare"))
            _preparedSettings.MaxAutoPrepare = Prepared;
        // Its transactions leave nothing behind in the session: no setting, no lock, no temporary table outlives them.
        if (!Settings.ShouldSerialize("No Reset On Close"))
            _preparedSettings.NoResetOnClose = true;
        _prepared = Source(_preparedSettings, $"{Name} prepared");
    }

    /// <summary>The database's name on the server.</summary>
    public string Name { get; }

    /// <summary>The assembly that carries the service's migrations as resources <c>Migrations/NNN_what.sql</c>.</summary>
    public Assembly Migrations => GetType().Assembly;

    /// <summary>How to reach it, password included: never for a log.</summary>
    internal NpgsqlConnectionStringBuilder Settings { get; }

    /// <summary>Set when rows were committed to a log that streams read, so that they need not wait for their next look.</summary>
    public AsyncSignal LogWritten { get; } = new();

    /// <summary>Set when messages were committed to the outbox, so that the relay need not wait for its next look.</summary>
    internal AsyncSignal OutboxFilled { get; } = new();

    /// <summary>The messages themselves, for a relay in this process.</summary>
    internal OutboxHandover Handover { get; } = new();

    /// <summary>A connection for what callers ask: each query is planned for what it asks for. Dispose it.</summary>
    public ValueTask<NpgsqlConnection> OpenAsync(CancellationToken cancellation) => _source.OpenConnectionAsync(cancellation);

    /// <summary>A connection for the same few statements again and again: they are prepared. Dispose it.</summary>
    public ValueTask<NpgsqlConnection> OpenPreparedAsync(CancellationToken cancellation) => _prepared.OpenConnectionAsync(cancellation);

    /// <summary>A connection whose session ends when it is disposed, and with it the session's locks: one of the pool would live on with them.</summary>
    public async Task<NpgsqlConnection> OpenSessionAsync(CancellationToken cancellation)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_preparedSettings.ConnectionString) { Pooling = false }.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellation);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>A transaction in which a state change and the messages that it causes commit together. Dispose it; without a commit nothing has happened.</summary>
    public async Task<UnitOfWork> BeginAsync(CancellationToken cancellation)
    {
        var connection = await _prepared.OpenConnectionAsync(cancellation);
        try
        {
            var transaction = await connection.BeginTransactionAsync(cancellation);
            return new UnitOfWork(this, connection, transaction, Activity.Current?.Context ?? default);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static NpgsqlDataSource Source(NpgsqlConnectionStringBuilder settings, string name) => new NpgsqlDataSourceBuilder(settings.ConnectionString) { Name = name }.Build();

    /// <summary>The two pools have together as many connections as the connection string gives to one.</summary>
    private NpgsqlConnectionStringBuilder Pooled(int connections) =>
        new(Settings.ConnectionString) { MaxPoolSize = connections, MinPoolSize = Math.Min(Settings.MinPoolSize, connections) };

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        await _prepared.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
