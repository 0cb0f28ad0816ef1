using System.Diagnostics;
using Npgsql;
using Parley.Platform.Messaging;

namespace Parley.Platform.Storage;

/// <summary>One transaction on a service's database, with the messages that leave if, and only if, it commits.</summary>
public sealed class UnitOfWork : IAsyncDisposable
{
    private readonly ServiceDatabase _database;
    private readonly NpgsqlConnection _connection;
    private readonly ActivityContext _trace;
    private readonly List<OutboxMessage> _messages = [];
    private readonly TaskCompletionSource<bool> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private List<NpgsqlBatchCommand> _writes = [];
    private Task? _writing;
    private Action? _afterCommit;
    private Action? _whenDecided;
    private bool _isEnding;

    internal UnitOfWork(ServiceDatabase database, NpgsqlConnection connection, NpgsqlTransaction transaction, ActivityContext trace)
    {
        _database = database;
        _trace = trace;
        _connection = connection;
        Transaction = transaction;
    }

    /// <summary>The open connection.</summary>
    public NpgsqlConnection Connection =>
        _writing is null ? _connection : throw new InvalidOperationException("The last writing of this unit of work has begun: until its commit the connection is taken.");

    /// <summary>The transaction that every statement belongs to.</summary>
    public NpgsqlTransaction Transaction { get; }

    /// <summary>Ends with it, and never fails: true where it was committed; false where it was not, or where that is not known.</summary>
    public Task<bool> Outcome => _outcome.Task;

    /// <summary>Sends a message with the commit.</summary>
    /// <param name="message">A message of the contracts, or a content of an <see cref="IOutboxSink"/>.</param>
    /// <param name="cause">The trace that it belongs to; the one that is current at the beginning, where none is given.</param>
    public void Publish<T>(T message, ActivityContext cause = default)
        where T : class => _messages.Add(OutboxMessage.Of(message, cause == default ? _trace : cause));

    /// <summary>Has a statement run right before the commit, in one round trip with others and with the messages: for what nothing in the transaction waits for, and returns nothing.</summary>
    public void Write(NpgsqlBatchCommand statement) => _writes.Add(statement);

    /// <summary>
    /// Begins with the statements that are to run before the commit, while the caller goes on with what needs no database: worth its round trip where
    /// both take long. From here to the commit nobody else may use the connection.
    /// </summary>
    public void BeginWriting(CancellationToken cancellation)
    {
        var statements = _writes;
        _writes = [];
        _writing = WriteBehindAsync(_writing ?? Task.CompletedTask);

        async Task WriteBehindAsync(Task before)
        {
            await before;
            await WriteAsync(statements, cancellation);
        }
    }

    /// <summary>Runs once it is decided.</summary>
    public void WhenDecided(Action next) => _whenDecided += next;

    /// <summary>
    /// Tells that it is decided what will be written: another that is of the same kind may begin beside it, and is done after it where it waits for the
    /// <see cref="Outcome"/> before it writes.
    /// </summary>
    public void Decide()
    {
        _whenDecided?.Invoke();
        _whenDecided = null;
    }

    /// <summary>Runs once the commit is through: to wake what waits for the new state in this process. Whoever misses it must look by itself.</summary>
    public void AfterCommit(Action wake) => _afterCommit += wake;

    /// <summary>Commits the state and the messages, and wakes the relay. Nothing more can be done with the connection then.</summary>
    public async Task CommitAsync(CancellationToken cancellation)
    {
        // A second commit would have no transaction around its writes.
        if (_isEnding)
            throw new InvalidOperationException("This unit of work has been committed, or has failed to be.");
        _isEnding = true;
        if (_messages.Count > 0)
            _writes.Add(OutboxTable.Insert(_messages));
        if (_writing is not null)
            await _writing;
        // In the round trip of the last writes: where one of them fails, nothing behind it is carried out.
        _writes.Add(new NpgsqlBatchCommand("COMMIT"));
        var positions = await WriteAsync(_writes, cancellation);
        if (_messages.Count > 0)
        {
            _database.Handover.Add([.. positions.Zip(_messages, (position, message) => new OutboxRow(position, message, 0))]);
            _database.OutboxFilled.Set();
        }

        _messages.Clear();
        _afterCommit?.Invoke();
        _outcome.TrySetResult(true);
    }

    /// <returns>What the statements return: the positions of the messages.</returns>
    private async Task<List<long>> WriteAsync(List<NpgsqlBatchCommand> statements, CancellationToken cancellation)
    {
        var positions = new List<long>();
        if (statements.Count == 0)
            return positions;
        await using var batch = new NpgsqlBatch(_connection, Transaction);
        foreach (var statement in statements)
            batch.BatchCommands.Add(statement);
        statements.Clear();
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        do
        {
            while (await reader.ReadAsync(cancellation))
                positions.Add(reader.GetInt64(0));
        }
        while (await reader.NextResultAsync(cancellation));
        return positions;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // Where the caller failed meanwhile there is no commit; the statements are rolled back once they are through.
        if (_writing is not null)
            await _writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        try
        {
            await Transaction.DisposeAsync();
            await _connection.DisposeAsync();
        }
        finally
        {
            _outcome.TrySetResult(false);
        }
    }
}
