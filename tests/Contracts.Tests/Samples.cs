namespace Parley.Contracts.Tests;

/// <summary>Records with every field set, and with no more than must be.</summary>
internal static class Samples
{
    private static readonly TimeSpan Istanbul = TimeSpan.FromHours(3);

    public static Article FullArticle { get; } = new()
    {
        Id = "desk/2031-03-02-talks.txt",
        Text = "“We’ll meet in Nicosia,” Çağla Öztürk said.\nThe truce <holds> & waits: 1 + 1.",
        Title = "Talks \"on Tuesday\"",
        Outlet = "Harbour Gazette",
        Url = "https://gazette.example/talks?id=7&lang=en",
        PublishedAt = new DateTimeOffset(2031, 3, 2, 21, 5, 0, Istanbul),
        PublishedBasis = PublishedBasis.Given,
        ReceivedAt = new DateTimeOffset(2031, 3, 2, 18, 5, 2, 345, TimeSpan.Zero),
        Intake = Intake.Live,
    };

    public static Article SparseArticle { get; } = new()
    {
        Id = "sha256:00",
        Text = "x",
        PublishedAt = new DateTimeOffset(2031, 3, 2, 0, 0, 0, TimeSpan.Zero),
        PublishedBasis = PublishedBasis.Arrival,
        ReceivedAt = new DateTimeOffset(2031, 3, 2, 0, 0, 0, TimeSpan.Zero),
        Intake = Intake.Backfill,
    };

    public static Article CorrectedArticle { get; } = FullArticle with
    {
        UpdatedAt = new DateTimeOffset(2031, 3, 2, 23, 40, 0, Istanbul),
        VersionId = "9f3c0a7741d2be58",
    };

    public static Article WithdrawnArticle { get; } = SparseArticle with
    {
        Text = "",
        UpdatedAt = new DateTimeOffset(2031, 3, 3, 6, 0, 0, TimeSpan.Zero),
        VersionId = "00b1c2d3e4f50617",
        Withdrawn = true,
    };

    public static HistoryStep Planned { get; } = new()
    {
        Status = EntryStatus.Planned,
        PublishedAt = new DateTimeOffset(2031, 3, 1, 9, 0, 0, Istanbul),
        Article = "desk/2031-03-01.txt",
        Outlet = "Harbour Gazette",
        Url = "https://gazette.example/plan",
        Background = true,
        Evidence = new Evidence(0, 27, "Ministers will meet Tuesday."),
    };

    public static HistoryStep Postponed { get; } = new()
    {
        Status = EntryStatus.Postponed,
        PublishedAt = new DateTimeOffset(2031, 3, 2, 21, 5, 0, TimeSpan.FromMinutes(-210)),
        Article = "desk/2031-03-02.txt",
        Version = "9f3c0a7741d2be58",
        Evidence = new Evidence(40, 61, "The visit is put off."),
    };

    public static Entry Visit { get; } = new()
    {
        Id = "e-1",
        Type = EntryType.Talks,
        Kind = EntryKind.Visit,
        Status = EntryStatus.Postponed,
        Disputed = true,
        Participants =
        [
            new Participant { Id = "CYP", Name = "Cyprus", Text = "Nicosia", Persons = ["Eleni Markou", "Petros Ioannou"] },
            new Participant { Id = "TUR", Name = "Turkey" },
            new Participant { Id = "UN", Name = "United Nations", Role = ParticipantRole.Mediator },
        ],
        Place = new Place("Nicosia", "CYP", "the island's capital"),
        Start = new DateOnly(2031, 3, 4),
        End = new DateOnly(2031, 3, 6),
        StartPrecision = DatePrecision.Day,
        Topics = ["Cyprus dispute", "Eastern Mediterranean"],
        Confidence = 0.875,
        Cameo = "036",
        Plover = "CONSULT",
        History = [Planned, Postponed],
    };

    public static Entry Truce { get; } = new()
    {
        Id = "e-2",
        Type = EntryType.Ceasefire,
        Kind = EntryKind.CessationOfHostilities,
        Status = EntryStatus.CalledFor,
        History = [Postponed with { Status = EntryStatus.CalledFor }],
    };

    public static LedgerChange FullChange { get; } = new()
    {
        EntryId = "e-1",
        Version = 2,
        Kind = ChangeKind.Merged,
        Reason = ChangeReason.Verdict,
        RecordedAt = new DateTimeOffset(2031, 3, 2, 18, 5, 3, TimeSpan.Zero),
        Before = Visit with { Status = EntryStatus.Planned, Disputed = false, History = [Planned] },
        After = Visit,
        Cause = Postponed,
        ReceivedAt = new DateTimeOffset(2031, 3, 2, 18, 5, 2, 345, TimeSpan.Zero),
        News = true,
        Fresh = true,
        MergedInto = "e-0",
    };

    public static LedgerChange SparseChange { get; } = new()
    {
        EntryId = "e-2",
        Version = 1,
        Kind = ChangeKind.Retracted,
        RecordedAt = new DateTimeOffset(2031, 3, 2, 18, 5, 3, TimeSpan.Zero),
        After = Truce,
    };
}
