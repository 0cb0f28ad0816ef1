using Parley.Contracts;

namespace Parley.Alerting.Tests;

/// <summary>A visit that is put off, and a truce that breaks down, to change as a test needs them.</summary>
internal static class Changes
{
    public static DateTimeOffset Time { get; } = new(2031, 3, 2, 18, 5, 3, TimeSpan.Zero);

    public static Entry Visit { get; } = new()
    {
        Id = "e-1",
        Type = EntryType.Talks,
        Kind = EntryKind.Visit,
        Status = EntryStatus.Postponed,
        Participants =
        [
            new Participant { Id = "CYP", Name = "Cyprus" },
            new Participant { Id = "TUR", Name = "Turkey" },
            new Participant { Id = "UN", Name = "United Nations", Role = ParticipantRole.Mediator },
        ],
        Place = new Place("Nicosia", "CYP", "Nicosia"),
        Start = new DateOnly(2031, 3, 4),
        StartPrecision = DatePrecision.Day,
        History = [Step(EntryStatus.Planned), Step(EntryStatus.Postponed)],
    };

    public static Entry Truce { get; } = new()
    {
        Id = "e-2",
        Type = EntryType.Ceasefire,
        Kind = EntryKind.HumanitarianPause,
        Status = EntryStatus.InForce,
        History = [Step(EntryStatus.InForce)],
    };

    public static LedgerChange PutOff { get; } = new()
    {
        EntryId = "e-1",
        Version = 2,
        Kind = ChangeKind.Status,
        RecordedAt = Time,
        Before = Visit with { Status = EntryStatus.Planned },
        After = Visit,
        Cause = Step(EntryStatus.Postponed),
        News = true,
    };

    public static LedgerChange NewTruce { get; } = new()
    {
        EntryId = "e-2",
        Version = 1,
        Kind = ChangeKind.New,
        RecordedAt = Time,
        After = Truce,
        News = true,
    };

    /// <summary>The put-off, told by a second outlet.</summary>
    public static LedgerChange SecondSource { get; } = PutOff with
    {
        Version = 3,
        Kind = ChangeKind.Sources,
        News = false,
        Fresh = true,
        Before = Told("Gazette"),
        After = Told("Gazette", "Herald"),
    };

    /// <summary>The put-off, told by some outlets.</summary>
    public static Entry Told(params string[] outlets) =>
        Visit with { History = [Step(EntryStatus.Planned), .. outlets.Select((o, i) => Step(EntryStatus.Postponed) with { Outlet = o, Article = $"a/{i}" })] };

    private static HistoryStep Step(EntryStatus status) => new()
    {
        Status = status,
        PublishedAt = Time,
        Article = "gazette/7",
        Evidence = new Evidence(0, 3, "So."),
    };
}
