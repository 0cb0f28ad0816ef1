using System.Collections.Concurrent;
using Parley.Alerting.Matching;
using Parley.Alerting.Storage;
using Parley.Platform.Streaming;

namespace Parley.Alerting.Subscriptions;

/// <summary>
/// All subscriptions in memory, as they are in the database: loaded when the service starts, then kept up by the log of their changes, so that what any copy
/// of the service has written takes effect on each within a second.
/// </summary>
internal sealed class SubscriptionDirectory(
    AlertingDatabase database, SubscriptionStore store, SubscriptionLog changes, TimeProvider time, ILogger<SubscriptionDirectory> log) : BackgroundService, ISubscribers
{
    private const int PageSize = 1_000;

    /// <summary>How late what another copy wrote is seen at most.</summary>
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(250);

    /// <summary>How long a committed change may be hidden by an older transaction before it is looked for again.</summary>
    private static readonly TimeSpan HorizonWait = TimeSpan.FromMilliseconds(5);

    /// <summary>Whoever could not read the log for so long does not rely on it: see <see cref="SubscriptionLogPruner"/>.</summary>
    private static readonly TimeSpan LongestAbsence = SubscriptionLogPruner.Retention / 2;

    private readonly ConcurrentDictionary<string, Subscription> _byId = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _following = new(1, 1);
    private readonly TaskCompletionSource _loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private LogPosition? _position;
    private DateTimeOffset _readAt;

    /// <summary>Those that raise alerts, by what they ask.</summary>
    public SubscriptionIndex Index { get; } = new();

    /// <inheritdoc/>
    public Task Loaded => _loaded.Task;

    /// <summary>How many there are, paused ones included.</summary>
    public int Count => _byId.Count;

    /// <inheritdoc/>
    public Subscription? Find(string id) => _byId.GetValueOrDefault(id);

    /// <inheritdoc/>
    /// <remarks>A change is read once all older transactions have ended, so that by now the log of subscriptions can be read as far as the change, too.</remarks>
    public async Task FollowAsync(CancellationToken cancellation)
    {
        await Loaded.WaitAsync(cancellation);
        await ReadAsync(cancellation);
    }

    /// <inheritdoc/>
    public IReadOnlyList<Subscription> Matching(ChangeFacts facts)
    {
        var matches = new Matches();
        Index.Find(facts, matches);
        return matches.ToList();
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        base.Dispose();
        Index.Dispose();
        _following.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var failing = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var wait = await ReadAsync(stoppingToken);
                if (failing)
                    log.LogInformation("Subscriptions are up to date again");
                failing = false;
                await database.SubscriptionsWritten.WaitAsync(wait, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception e)
            {
                if (!failing)
                    log.LogWarning("Subscriptions could not be read, next tries every {Interval}: {Reason}", PollInterval, e.Message);
                failing = true;
                await Task.Delay(PollInterval, time, stoppingToken).ContinueWith(_ => { }, TaskScheduler.Default);
            }
        }

        _loaded.TrySetCanceled(stoppingToken);
    }

    /// <summary>Reads what has changed, or all where that cannot be told.</summary>
    /// <returns>How long to wait before the next look, unless this copy writes.</returns>
    private async Task<TimeSpan> ReadAsync(CancellationToken cancellation)
    {
        await _following.WaitAsync(cancellation);
        try
        {
            if (_position is null || time.GetUtcNow() - _readAt > LongestAbsence)
                await LoadAsync(cancellation);
            return await ReadLogAsync(cancellation);
        }
        finally
        {
            _following.Release();
        }
    }

    /// <summary>Reads all of them; what is here and not there any more goes.</summary>
    private async Task LoadAsync(CancellationToken cancellation)
    {
        // First the log's end: what is written while the pages are read comes once more from the log.
        var end = await changes.EndAsync(cancellation);
        var all = new List<Subscription>();
        var (after, afterId) = (DateTime.MinValue, "");
        while (true)
        {
            var page = await store.ListAsync(after, afterId, PageSize, "", new Dictionary<string, string>(), cancellation);
            all.AddRange(page);
            if (page.Count < PageSize)
                break;
            (after, afterId) = (page[^1].CreatedAt.UtcDateTime, page[^1].Id);
        }

        var there = all.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        Apply(all, [.. _byId.Keys.Where(id => !there.Contains(id))]);
        (_position, _readAt) = (end, time.GetUtcNow());
        if (_loaded.TrySetResult())
            log.LogInformation("{Count} subscriptions are in memory", _byId.Count);
    }

    /// <summary>Reads what has changed, as far as the log can be read.</summary>
    /// <returns>How long to wait before the next look, unless this copy writes.</returns>
    private async Task<TimeSpan> ReadLogAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var (rows, moreHidden) = await changes.ReadAsync(_position!.Value, PageSize, cancellation);
            if (rows.Count > 0)
            {
                var ids = rows.Select(r => r.SubscriptionId).Distinct(StringComparer.Ordinal).ToList();
                var found = await store.FindAsync(ids, cancellation);
                Apply(found, [.. ids.Except(found.Select(s => s.Id), StringComparer.Ordinal)]);
                _position = rows[^1].Position;
            }

            _readAt = time.GetUtcNow();
            if (rows.Count < PageSize)
                return moreHidden ? HorizonWait : PollInterval;
        }
    }

    private void Apply(IReadOnlyList<Subscription> written, IReadOnlyList<string> deleted)
    {
        Index.Apply(written, deleted);
        foreach (var subscription in written)
            _byId[subscription.Id] = subscription;
        foreach (var id in deleted)
            _byId.TryRemove(id, out _);
    }
}
