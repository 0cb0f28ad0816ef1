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
    private readonly NpgsqlDataSource _source;

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
        _source = new NpgsqlDataSourceBuilder(Settings.ConnectionString) { Name = Name }.Build();
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

    /// <summary>A connection for reading. Dispose it.</summary>
    public ValueTask<NpgsqlConnection> OpenAsync(CancellationToken cancellation) => _source.OpenConnectionAsync(cancellation);

    /// <summary>A connection whose session ends when it is disposed, and with it the session's locks: one of the pool would live on with them.</summary>
    public async Task<NpgsqlConnection> OpenSessionAsync(CancellationToken cancellation)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Settings.ConnectionString) { Pooling = false }.ConnectionString);
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
        var connection = await _source.OpenConnectionAsync(cancellation);
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

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
