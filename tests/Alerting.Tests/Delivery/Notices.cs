using Parley.Alerting.Delivery;
using Parley.Alerting.Pacing;
using Parley.Alerting.Storage;
using Parley.Alerting.Subscriptions;
using Parley.Contracts;
using Parley.Platform.Streaming;

namespace Parley.Alerting.Tests.Delivery;

/// <summary>What a channel is sent.</summary>
internal static class Notices
{
    public static Subscription Desk { get; } = new() { Id = "sub-1", Name = "Libya desk", CreatedAt = Changes.Time, UpdatedAt = Changes.Time };

    public static Notice Of(BatchKind kind, params LedgerChange[] changes) => new(
        new Guid("0123456789abcdef0123456789abcdef"), Desk, kind, [.. changes.Select((c, i) => new LoggedChange(new LogPosition(1, i), c, Changes.Time, []))], Changes.Time.AddMinutes(1));
}
