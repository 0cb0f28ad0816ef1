using System.Security.Cryptography;
using Microsoft.Extensions.Caching.Memory;
using Parley.Alerting.Api;
using Parley.Alerting.Delivery;
using Parley.Alerting.Matching;
using Parley.Alerting.Storage;
using Parley.Alerting.Subscriptions;
using Parley.Platform.Streaming;

namespace Parley.Alerting.Feeds;

/// <summary>
/// Reads the feeds of subscriptions. Readers ask again and again, mostly for nothing new: what was answered is kept, and only the log behind it is read.
/// </summary>
internal sealed class FeedReader(ChangeLog log, AlertPages pages, LinkMaker links, TimeProvider time) : IDisposable
{
    /// <summary>Entries of a feed.</summary>
    public const int Most = 50;

    private const int PageSize = 500;

    /// <summary>For all feeds that are kept, in bytes, about; past it the ones that were not asked for the longest go.</summary>
    private const long MostBytes = 128 * 1024 * 1024;

    /// <summary>Feeds that wait for one another by chance, a few of many, cost less than a lock for each that has ever been asked for.</summary>
    private const int Turns = 64;

    /// <summary>How long a feed that nobody asks for is kept.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = MostBytes });
    private readonly SemaphoreSlim[] _turns = [.. Enumerable.Range(0, Turns).Select(_ => new SemaphoreSlim(1))];

    /// <summary>The feed of a subscription as it is now.</summary>
    /// <param name="subscription">Whose.</param>
    /// <param name="address">The feed's own address.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async Task<Feed> ReadAsync(Subscription subscription, string address, CancellationToken cancellation)
    {
        // By address, which has the secret in it: what is kept can never answer another one than it was made for.
        var turn = _turns[(uint)address.GetHashCode(StringComparison.Ordinal) % Turns];
        await turn.WaitAsync(cancellation);
        try
        {
            var feed = _known.TryGetValue(address, out Feed? kept) && kept is not null && kept.Version == subscription.UpdatedAt
                ? await GoOnAsync(kept, subscription, address, cancellation)
                : await BeginAsync(subscription, address, cancellation);
            if (!ReferenceEquals(feed, kept))
                _known.Set(address, feed, new MemoryCacheEntryOptions { SlidingExpiration = Kept, Size = SizeOf(feed) });
            return feed;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _known.Dispose();
        foreach (var turn in _turns)
            turn.Dispose();
    }

    private async Task<Feed> BeginAsync(Subscription subscription, string address, CancellationToken cancellation)
    {
        // First the log's end: what is written while the pages are read comes once more from the log.
        var end = await log.EndAsync(cancellation);
        var rows = new List<LoggedChange>();
        // One that is paused raises nothing, however far one looks back.
        if (!subscription.Paused)
        {
            var (request, token) = (new Request(subscription), "");
            do
            {
                (var page, token) = await pages.ReadAsync(request, subscription.CreatedAt, DateTimeOffset.MaxValue, Most - rows.Count, token, "feed", cancellation);
                rows.AddRange(page);
            }
            while (token.Length > 0 && rows.Count < Most);
        }

        return Make(subscription, address, end, [.. rows.Select(r => FeedEntry.Of(r, subscription.Id, links))]);
    }

    private async Task<Feed> GoOnAsync(Feed feed, Subscription subscription, string address, CancellationToken cancellation)
    {
        var (request, position) = (new Request(subscription), feed.Position);
        var news = new List<FeedEntry>();
        while (true)
        {
            // What the horizon still hides is there at the next call.
            var (rows, _) = await log.ReadAsync(position, PageSize, cancellation);
            news.AddRange(rows.Where(r => r.RaisedAt >= subscription.CreatedAt && request.Wants(r)).Select(r => FeedEntry.Of(r, subscription.Id, links)));
            if (rows.Count > 0)
                position = rows[^1].Position;
            if (rows.Count < PageSize)
                break;
        }

        if (position == feed.Position)
            return feed;
        var entries = feed.Entries.Concat(news).DistinctBy(e => e.Id, StringComparer.Ordinal).OrderByDescending(e => e.Place).Take(Most).ToList();
        return entries.Select(e => e.Id).SequenceEqual(feed.Entries.Select(e => e.Id), StringComparer.Ordinal)
            ? feed with { Position = position }
            : Make(subscription, address, position, entries);
    }

    private Feed Make(Subscription subscription, string address, LogPosition position, IReadOnlyList<FeedEntry> entries)
    {
        var body = AtomText.Of(subscription, address, entries);
        var etag = $"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 16))}\"";
        return new Feed(subscription.UpdatedAt, position, entries, body, etag, time.GetUtcNow());
    }

    /// <summary>The document, and the texts that it was made of in UTF-16.</summary>
    private static long SizeOf(Feed feed) => 3L * feed.Body.Length;
}
