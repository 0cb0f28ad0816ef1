using System.Data;
using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Parley.Platform.Storage;
using Parley.Platform.Telemetry;

namespace Parley.Platform.Messaging;

/// <summary>
/// Delivers the messages in a service's outbox, and deletes a row only once its delivery is confirmed. Of several copies of a service one relays
/// at a time, the holder of an advisory lock; when it goes, its session and with it the lock go too, and another takes over. A row lock
/// would do as well, but would keep a transaction open while the broker works, and with it hold back every reader behind the horizon.
/// </summary>
internal sealed class OutboxRelay(ServiceDatabase database, IEnumerable<IOutboxSink> sinks, TimeProvider time, ILogger<OutboxRelay> log)
    : BackgroundService
{
    private const int BatchSize = 200;
    private const int MaxAttempts = 5;

    /// <summary>How long a broker may take to confirm a batch before its rows are taken again; what was sent twice is handled once.</summary>
    private static readonly TimeSpan PublishTimeout = TimeSpan.FromSeconds(15);

    /// <summary>The fallback for rows that another copy wrote; one's own are signalled. Also how soon another copy takes over.</summary>
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(500);

    private readonly IOutboxSink[] _sinks = [.. sinks];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var failures = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var session = await database.OpenSessionAsync(stoppingToken);
                while (!await OutboxTable.TryLockAsync(session, stoppingToken))
                    await Task.Delay(PollInterval, time, stoppingToken);
                database.Handover.Open();
                await using var done = new Deletions(session, time);
                long? last = null;
                while (true)
                {
                    var rows = database.Handover.Take(last, BatchSize);
                    var isHanded = rows.Count > 0;
                    if (!isHanded)
                    {
                        // What is delivered must not be read again.
                        await done.CompleteAsync();
                        rows = await OutboxTable.ReadAsync(session, BatchSize, stoppingToken);
                    }

                    if (rows.Count > 0)
                        await RelayAsync(session, done, rows, stoppingToken);
                    failures = 0;
                    if (rows.Count > 0 && (last is null || rows[^1].Position > last))
                        last = rows[^1].Position;
                    if (rows.Count == 0 || (isHanded && database.Handover.IsEmpty))
                        await WaitAsync(done, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                database.Handover.Close();
                // One line for an outage, not one for each try.
                if (failures++ == 0)
                    log.LogWarning("Outbox of {Database} cannot be relayed now, the messages stay in it: {Reason}", database.Name, e.Message);
                await Task.Delay(Backoff.After(failures), time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Waits for messages, and deletes meanwhile what is delivered.</summary>
    private async Task WaitAsync(Deletions done, CancellationToken cancellation)
    {
        var left = PollInterval;
        if (done.AnyWait)
        {
            if (await database.OutboxFilled.WaitAsync(Deletions.Together, cancellation))
                return;
            await done.CompleteAsync();
            left -= Deletions.Together;
        }

        await database.OutboxFilled.WaitAsync(left, cancellation);
    }

    private async Task RelayAsync(NpgsqlConnection connection, Deletions done, IReadOnlyList<OutboxRow> rows, CancellationToken cancellation)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(PublishTimeout);
        // Side by side, save those that must not overtake one another.
        var outcomes = (await Task.WhenAll(OutboxParcels.Of(rows, SinkOf).Select(line => DeliverInOrderAsync(line, timeout.Token))))
            .SelectMany(line => line).ToList();

        var delivered = outcomes.Where(o => o.Error is null).Select(o => o.Row).ToList();
        await done.AddAsync(delivered.Select(row => row.Position), delivered.TrueForAll(row => SinkOf(row.Message.Type)!.MayRepeat));
        foreach (var (row, error) in outcomes.Where(o => o.Error is UndeliverableException))
        {
            log.LogError(error, "Message {MessageId} ({Type}) of {Database} failed, attempt {Attempt} of {MaxAttempts}",
                row.Message.Id, row.Message.Type, database.Name, row.Attempts + 1, MaxAttempts);
            await done.CompleteAsync();
            await OutboxTable.FailAsync(connection, row.Position, error!.Message, MaxAttempts, cancellation);
        }

        // Rows of an outage stay as they are; the caller waits a little before it takes them again.
        if (outcomes.FirstOrDefault(o => o.Error is not (null or UndeliverableException)).Error is { } outage)
            throw new InvalidOperationException(outage.Message, outage);
    }

    private IOutboxSink? SinkOf(string type) => Array.Find(_sinks, s => s.Accepts(type));

    /// <returns>What became of each row, as far as an outage; those behind it are taken again with it.</returns>
    private async Task<IReadOnlyList<(OutboxRow Row, Exception? Error)>> DeliverInOrderAsync(
        IEnumerable<IReadOnlyList<OutboxRow>> parcels, CancellationToken cancellation)
    {
        var outcomes = new List<(OutboxRow Row, Exception? Error)>();
        foreach (var parcel in parcels)
        {
            var error = await DeliverAsync(parcel, cancellation);
            if (error is UndeliverableException && parcel.Count > 1)
            {
                // One that cannot be delivered must not stop its neighbours: each again, by itself.
                outcomes.AddRange(await DeliverInOrderAsync(parcel.Select(row => new[] { row }), cancellation));
                continue;
            }

            outcomes.AddRange(parcel.Select(row => (row, error)));
            if (error is not (null or UndeliverableException))
                break;
        }

        return outcomes;
    }

    private async Task<Exception?> DeliverAsync(IReadOnlyList<OutboxRow> parcel, CancellationToken cancellation)
    {
        using var activity = ParleyTelemetry.StartBatch("outbox relay", [.. parcel.Select(row => ParleyTelemetry.Read(row.Message.TraceParent))], ActivityKind.Producer);
        try
        {
            var sink = SinkOf(parcel[0].Message.Type)
                ?? throw new UndeliverableException($"Nothing delivers messages of type {parcel[0].Message.Type}.");
            // RabbitMQ.Client 7.1 may wait for ever where a channel is closed under a call, deaf to the token given to it
            // (rabbitmq-dotnet-client issue 1976): the relay must come back all the same.
            await sink.PublishAsync([.. parcel.Select(row => row.Message)], cancellation).WaitAsync(cancellation);
            return null;
        }
        catch (OperationCanceledException e)
        {
            return new TimeoutException($"No confirmation within {PublishTimeout.TotalSeconds:0} s.", e);
        }
        catch (Exception e)
        {
            return e;
        }
    }

    /// <summary>
    /// Deletes delivered rows while the next are on their way to the broker, those of some moments together. One deletion at a time: the session takes one
    /// statement.
    /// </summary>
    private sealed class Deletions(NpgsqlConnection session, TimeProvider time) : IAsyncDisposable
    {
        /// <summary>How long rows that may wait do wait for others.</summary>
        public static readonly TimeSpan Together = TimeSpan.FromMilliseconds(100);

        private readonly List<long> waiting = [];
        private Task running = Task.CompletedTask;
        private long since;

        /// <summary>Whether any wait.</summary>
        public bool AnyWait => waiting.Count > 0;

        /// <summary>Takes rows, and begins to delete them, and what waits, unless they may wait.</summary>
        public async Task AddAsync(IEnumerable<long> positions, bool mayWait)
        {
            if (!AnyWait)
                since = time.GetTimestamp();
            waiting.AddRange(positions);
            if (AnyWait && (!mayWait || waiting.Count >= BatchSize || time.GetElapsedTime(since) >= Together))
                await BeginAsync();
        }

        /// <summary>Deletes what waits, and returns once the session is free. What a deletion has failed with, it throws once.</summary>
        public async Task CompleteAsync()
        {
            if (AnyWait)
                await BeginAsync();
            await EndAsync();
        }

        /// <summary>What a broken session cannot delete is delivered again.</summary>
        public async ValueTask DisposeAsync()
        {
            await EndAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (session.FullState == ConnectionState.Open)
                await CompleteAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        private async Task BeginAsync()
        {
            await EndAsync();
            running = OutboxTable.DeleteAsync(session, [.. waiting], CancellationToken.None);
            waiting.Clear();
        }

        private Task EndAsync()
        {
            var last = running;
            running = Task.CompletedTask;
            return last;
        }
    }
}
