using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>One talks or ceasefire as one trigger of one sentence tells it, before it is joined with others.</summary>
internal sealed class Candidate
{
    public required EntryType Type { get; init; }

    public required EntryKind Kind { get; set; }

    public required EntryStatus Status { get; set; }

    public required Reading Reading { get; init; }

    /// <summary>The chunk that names the event.</summary>
    public required int At { get; init; }

    /// <summary>The chunk of the verb that says so; -1 where a noun or a preposition does.</summary>
    public int Verb { get; init; } = -1;

    /// <summary>The better told of the same event, into which this one was folded; null where it stands for itself.</summary>
    public Candidate? Into { get; set; }

    /// <summary>Of which it is an earlier step, told in passing; null where it is told for itself.</summary>
    public Candidate? EarlierOf { get; init; }

    /// <summary>What the text has told of and this takes up: "the meeting", or a truce that is "it"; null where it takes up nothing.</summary>
    public Candidate? Again { get; set; }

    /// <summary>Where the phrase ends that tells of it: dates and places up to there belong to it.</summary>
    public int Reach { get; set; }

    public List<Party> Parties { get; } = [];

    // Few candidates have any of these, or of topics.
    public List<Party> Mediators => field ??= [];

    public List<Party> Callers => field ??= [];

    public List<Party> Hosts => field ??= [];

    public double Confidence { get; set; }

    /// <summary>The text refers back: "the talks", "the visit".</summary>
    public bool Anaphoric { get; set; }

    /// <summary>Who acts in it is a bare name that neither a list nor the text explains: a firm, as a rule.</summary>
    public bool OfStranger { get; set; }

    public bool Unilateral { get; set; }

    public NameEntry? Place { get; set; }

    public string PlaceText { get; set; } = "";

    /// <summary>The expression that names its day; null where none does.</summary>
    public DateExpression? Date { get; set; }

    public DateOnly? Start { get; set; }

    public DateOnly? End { get; set; }

    /// <summary>The last day of when its step was done, where the text tells that apart from its own days: "the truce of 1997 was broken on Monday".</summary>
    public DateOnly? Step { get; set; }

    /// <summary>The first day of when its step may have been done, where the text tells a period.</summary>
    public DateOnly? StepSince { get; set; }

    public DatePrecision? Precision { get; set; }

    public bool Background { get; set; }

    public List<string> Topics => field ??= [];

    public void AddParties(IEnumerable<Party> parties)
    {
        foreach (var party in parties)
            Add(Parties, party);
    }

    public void AddMediators(List<Party> parties)
    {
        foreach (var party in parties)
            Add(Mediators, party);
    }

    public static void Add(List<Party> list, Party party)
    {
        var same = party.In(list);
        if (same is null)
            list.Add(party);
        else
            same.AddPersons(party.Persons);
    }
}
