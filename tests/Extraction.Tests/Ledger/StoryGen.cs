using FsCheck;
using FsCheck.Fluent;
using Parley.Contracts;
using Parley.Extraction.Ledger;

namespace Parley.Extraction.Tests.Ledger;

/// <summary>Random stories, crowded on purpose: few parties, few places, few days, so that nearly everything might be nearly anything.</summary>
internal static class StoryGen
{
    private static readonly DateTimeOffset Beginning = new(2020, 6, 20, 0, 0, 0, TimeSpan.Zero);

    private static readonly EntryStatus[] TalksStatuses = [.. Enum.GetValues<EntryStatus>().Where(s => s <= EntryStatus.Rejected)];

    private static readonly EntryStatus[] TruceStatuses =
        [.. Enum.GetValues<EntryStatus>().Where(s => s is >= EntryStatus.CalledFor or EntryStatus.Proposed or EntryStatus.Suspended or EntryStatus.Rejected)];

    public static Arbitrary<LedgerMention[]> Stories { get; } = Arb.From(
        from size in Gen.Choose(1, 60)
        from mentions in Gen.ArrayOf(Mention(), size)
        select mentions.DistinctBy(m => m.Id).ToArray());

    private static Gen<LedgerMention> Mention() =>
        from talks in Gen.Elements(true, true, false)
        from status in Gen.Elements(talks ? TalksStatuses : TruceStatuses)
        from kind in Gen.Elements(talks ? [EntryKind.Meeting, EntryKind.Visit, EntryKind.Call, EntryKind.Negotiation, EntryKind.Summit] : new[] { EntryKind.Ceasefire, EntryKind.Truce, EntryKind.HumanitarianPause })
        from parties in Gen.Elements<string[]>(["RUS", "TUR"], ["TUR", "RUS", "IRN"], ["GNA", "TUR"], ["LBY", "TUR"], ["LBY"], ["GNA", "LNA"], ["TUR"], ["TUR", "minister"], ["LNA", "USA"], [])
        from place in Gen.Elements<Place?>(null, null, new Place("Libya", "LBY", null), new Place("Sirte", "LBY", null), new Place("Ankara", "TUR", null))
        from published in Gen.Choose(0, 40 * 24)
        from article in Gen.Choose(0, 3)
        from offset in Gen.Choose(0, 3)
        from day in Gen.Choose(-6, 10)
        from length in Gen.Elements(0, 0, 0, 1)
        from precision in Gen.Elements<DatePrecision?>(null, null, DatePrecision.Day, DatePrecision.Day, DatePrecision.Day, DatePrecision.Week, DatePrecision.Month, DatePrecision.Year)
        from background in Gen.Elements(false, false, false, true)
        from unilateral in Gen.Elements(false, false, false, true)
        from outlet in Gen.Elements<string?>("Reuters", "Anadolu", null)
        select Make(talks, status, kind, parties, place, published / 6 * 6, article, offset * 100, precision is null ? null : day, length, precision, background, !talks && unilateral, outlet);

    private static LedgerMention Make(
        bool talks, EntryStatus status, EntryKind kind, string[] parties, Place? place, int hours, int article, int offset, int? day, int length, DatePrecision? precision, bool background, bool unilateral, string? outlet)
    {
        var published = Beginning.AddHours(hours);
        var evidence = new Evidence(offset, offset + 50, offset % 200 == 0 ? $"The talks and the truce of sentence {offset}." : $"Sentence {offset}.");
        var type = talks ? EntryType.Talks : EntryType.Ceasefire;
        var name = $"{hours}/{article}";
        var start = day is { } d ? DateOnly.FromDateTime(published.DateTime).AddDays(d) : (DateOnly?)null;
        return new LedgerMention
        {
            Id = LedgerMention.IdOf(name, evidence, type, 0),
            ArticleId = name,
            PublishedAt = published,
            ReceivedAt = published,
            Intake = Intake.Import,
            Outlet = outlet,
            Mention = new Mention
            {
                Type = type,
                Kind = kind,
                Status = status,
                Participants = [.. parties.Select(p => new Participant { Id = p, Name = p })],
                Place = place,
                Start = start,
                End = length == 0 ? null : start?.AddDays(length),
                StartPrecision = precision,
                Confidence = 0.5,
                Background = background,
                Unilateral = unilateral,
                Evidence = evidence,
            },
        };
    }
}
