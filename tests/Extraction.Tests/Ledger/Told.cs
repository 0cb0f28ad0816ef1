using System.Globalization;
using Parley.Contracts;
using Parley.Extraction.Ledger;

namespace Parley.Extraction.Tests.Ledger;

/// <summary>Makes mentions as short as the facts that matter to a test.</summary>
internal sealed record Told
{
    private Mention mention = null!;
    private string article = "";
    private DateTimeOffset published;
    private DateTimeOffset? received;
    private string? outlet;
    private Intake intake = Intake.Import;
    private int at;

    public static Told Talks(EntryStatus status, params string[] parties) => New(EntryType.Talks, EntryKind.Meeting, status, parties);

    public static Told Truce(EntryStatus status, params string[] parties) => New(EntryType.Ceasefire, EntryKind.Ceasefire, status, parties);

    public Told As(EntryStatus status) => this with { mention = mention with { Status = status } };

    public Told A(EntryKind kind) => this with { mention = mention with { Kind = kind } };

    /// <summary>The article, its time, and where in it: the outlet is the article's name up to a dash.</summary>
    public Told In(string name, string time, int offset = 0) => this with
    {
        article = name,
        outlet = name.Split('-')[0],
        published = DateTimeOffset.Parse(time, CultureInfo.InvariantCulture),
        at = offset,
    };

    public Told On(string day, string? end = null, DatePrecision precision = DatePrecision.Day) => this with
    {
        mention = mention with
        {
            Start = DateOnly.Parse(day, CultureInfo.InvariantCulture),
            End = end is null ? null : DateOnly.Parse(end, CultureInfo.InvariantCulture),
            StartPrecision = precision,
        },
    };

    /// <summary>By that day, whenever it began.</summary>
    public Told Over(string day) => this with { mention = mention with { End = DateOnly.Parse(day, CultureInfo.InvariantCulture) } };

    public Told At(string place, string? country) => this with { mention = mention with { Place = new Place(place, country, place) } };

    /// <summary>The sentence of the article.</summary>
    public Told Says(string sentence) => this with { mention = mention with { Evidence = mention.Evidence with { Text = sentence } } };

    public Told About(params string[] topics) => this with { mention = mention with { Topics = topics } };

    public Told With(ParticipantRole role, params string[] ids) => this with
    {
        mention = mention with { Participants = [.. mention.Participants, .. ids.Select(i => new Participant { Id = i, Name = i, Role = role })] },
    };

    public Told By(string party, params string[] persons) => this with
    {
        mention = mention with { Participants = [.. mention.Participants.Select(p => p.Id == party ? p with { Persons = persons } : p)] },
    };

    public Told Background() => this with { mention = mention with { Background = true } };

    public Told Unilateral() => this with { mention = mention with { Unilateral = true } };

    public Told Confident(double confidence) => this with { mention = mention with { Confidence = confidence } };

    public Told Coded(string cameo) => this with { mention = mention with { Cameo = cameo } };

    public Told Received(string time, Intake how = Intake.Live) =>
        this with { received = DateTimeOffset.Parse(time, CultureInfo.InvariantCulture), intake = how };

    public static implicit operator LedgerMention(Told told) => told.Build();

    public LedgerMention Build()
    {
        var evidence = new Evidence(at, at + 40, mention.Evidence.Text.Length > 0 ? mention.Evidence.Text : $"Sentence at {at} of {article}.");
        var said = mention with { Evidence = evidence };
        return new LedgerMention
        {
            Id = LedgerMention.IdOf(article, evidence, said.Type, 0),
            ArticleId = article,
            PublishedAt = published,
            ReceivedAt = received ?? published,
            Intake = intake,
            Outlet = outlet,
            Mention = said,
        };
    }

    private static Told New(EntryType type, EntryKind kind, EntryStatus status, string[] parties) => new Told
    {
        mention = new Mention { Type = type, Kind = kind, Status = status, Confidence = 0.9, Evidence = new Evidence(0, 0, "") },
    }.With(ParticipantRole.Party, parties);
}
