using Parley.Alerting.Delivery;
using Parley.Alerting.Pacing;
using Parley.Alerting.Storage;
using Parley.Alerting.Subscriptions;
using Parley.Platform.Streaming;

namespace Parley.Integration.Tests.Alerting;

/// <summary>What a channel is sent.</summary>
internal static class Notices
{
    public static Notice Of(Subscription subscription, string entry = "e-1")
    {
        var change = Changes.Of(entry, actors: ["NOR", "SWE"]);
        return new Notice(Guid.CreateVersion7(), subscription, BatchKind.Single, [new LoggedChange(new LogPosition(1, 1), change, change.RecordedAt, [])], change.RecordedAt);
    }

    /// <summary>Of a subscription that is nowhere stored.</summary>
    public static Notice Of(string entry = "e-1") => Of(new Subscription { Id = "sub-1", Name = "Desk", CreatedAt = DateTimeOffset.UnixEpoch, UpdatedAt = DateTimeOffset.UnixEpoch }, entry);
}
