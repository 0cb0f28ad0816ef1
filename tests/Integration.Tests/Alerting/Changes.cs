using Parley.Contracts;
using Parley.Contracts.Messages;

namespace Parley.Integration.Tests.Alerting;

/// <summary>Changes as Extraction publishes them.</summary>
internal static class Changes
{
    public static LedgerChange Of(
        string entry, int version = 1, EntryType type = EntryType.Talks, EntryStatus status = EntryStatus.Planned, bool news = true, params string[] actors)
    {
        var published = new DateTimeOffset(2024, 3, 4, 9, 0, 0, TimeSpan.FromHours(1));
        var step = new HistoryStep { Status = status, PublishedAt = published, Article = "oslo-1", Evidence = new Evidence(0, 9, "They met.") };
        return new LedgerChange
        {
            EntryId = entry,
            Version = version,
            Kind = version == 1 ? ChangeKind.New : ChangeKind.Status,
            RecordedAt = published,
            ReceivedAt = published,
            Cause = step,
            News = news,
            After = new Entry
            {
                Id = entry,
                Type = type,
                Kind = type == EntryType.Talks ? EntryKind.Meeting : EntryKind.Ceasefire,
                Status = status,
                Participants = [.. actors.Select(a => new Participant { Id = a, Name = a })],
                History = [step],
            },
        };
    }

    public static TalksChanged Talks(LedgerChange change) => new() { Change = change };

    public static CeasefireChanged Ceasefire(LedgerChange change) => new() { Change = change };
}
