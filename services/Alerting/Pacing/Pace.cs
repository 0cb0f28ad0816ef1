using Parley.Alerting.Matching;
using Parley.Alerting.Subscriptions;
using Parley.Contracts;

namespace Parley.Alerting.Pacing;

/// <summary>Into which message an alert goes, and when that is sent, as the subscriber wants it.</summary>
internal static class Pace
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>The slot of an alert.</summary>
    /// <param name="calm">What the subscriber wants.</param>
    /// <param name="facts">The change.</param>
    /// <param name="raisedAt">When it was raised.</param>
    /// <param name="recent">When messages of the last hour went out or are due, the oldest first; read only where there is a limit.</param>
    public static Slot Of(Calm calm, ChangeFacts facts, DateTimeOffset raisedAt, IReadOnlyList<DateTimeOffset> recent)
    {
        var single = new Slot(BatchKind.Single, $"{facts.Change.EntryId}/{facts.Change.Version}", raisedAt);
        if (facts.Severity >= calm.Urgent)
            return single;
        if (calm.Digest is { } digest)
            return new Slot(BatchKind.Digest, "", Clock.Next(digest, raisedAt));
        var slot = calm.GroupBy switch
        {
            Grouping.Entry => new Slot(BatchKind.Group, facts.Change.EntryId, raisedAt + calm.GroupWait),
            Grouping.Dossier => new Slot(BatchKind.Group, DossierOf(facts.Change.After), raisedAt + calm.GroupWait),
            _ => single,
        };
        if (calm.MaxPerHour > 0 && recent.Count(t => t > raisedAt - Hour) is var sent && sent >= calm.MaxPerHour)
            slot = new Slot(BatchKind.Overflow, "", Later(slot.DueAt, recent[^calm.MaxPerHour] + Hour));
        return calm.Quiet is { } quiet && Clock.EndOf(quiet, slot.DueAt) is { } end ? new Slot(BatchKind.Quiet, "", end) : slot;
    }

    /// <summary>The conflict that the entry is about, else the parties.</summary>
    public static string DossierOf(Entry entry) => entry.Topics.Count > 0
        ? entry.Topics[0]
        : string.Join('+', entry.Participants.Where(p => p.Role == ParticipantRole.Party).Select(p => p.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
