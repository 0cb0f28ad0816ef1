using Parley.Platform.Streaming;

namespace Parley.Alerting.Feeds;

/// <summary>What was last answered for a feed, and where to go on.</summary>
/// <param name="Version">When its subscription was changed last.</param>
/// <param name="Position">How far the log has been read.</param>
/// <param name="Entries">The newest first.</param>
/// <param name="Body">The Atom document.</param>
/// <param name="ETag">The same for the same document on every copy of the service.</param>
/// <param name="SeenAt">When this copy first saw it so.</param>
internal sealed record Feed(DateTimeOffset Version, LogPosition Position, IReadOnlyList<FeedEntry> Entries, byte[] Body, string ETag, DateTimeOffset SeenAt)
{
    /// <summary>
    /// The second from which it has been so. It rounds up, and is never in the future: what changed twice within one second is then never taken for unchanged
    /// once that second is over.
    /// </summary>
    public DateTimeOffset LastModified(DateTimeOffset now)
    {
        var (seen, clock) = ((SeenAt.UtcTicks + TimeSpan.TicksPerSecond - 1) / TimeSpan.TicksPerSecond, now.UtcTicks / TimeSpan.TicksPerSecond);
        return new DateTimeOffset(Math.Min(seen, clock) * TimeSpan.TicksPerSecond, TimeSpan.Zero);
    }
}
