namespace Parley.Extraction.Analysis;

/// <summary>What the article said so far: whose man a name is, and which parties it spoke of last.</summary>
internal sealed class ArticleMemory
{
    private const int LongestName = 256;
    private readonly Dictionary<string, Party> people = new(StringComparer.Ordinal);

    /// <summary>The two sides that the article is about.</summary>
    public Sides Sides { get; set; } = Sides.None;

    /// <summary>The article's sentences, with their names.</summary>
    public List<Reading> Readings { get; set; } = [];

    /// <summary>The place that the dateline names; null where there is none.</summary>
    public NameEntry? Dateline { get; set; }

    /// <summary>The parties in the order in which they were last named, the latest last.</summary>
    public List<Party> Recent { get; } = [];

    /// <summary>Who was named by which office, for "the envoy" and "the ministers" of later sentences.</summary>
    public NamedOffices Offices { get; } = new();

    /// <summary>Forgets the article, before the next one.</summary>
    public void Clear()
    {
        people.Clear();
        Recent.Clear();
        Offices.Clear();
        (Sides, Dateline, Subject, Body, LastEvent, LastTalks) = (Sides.None, null, null, null, null, null);
        Several.Clear();
        Told.Clear();
        Number = 0;
        OwnTruce = null;
    }

    public void Remember(string name, Party party)
    {
        var folded = Folding.Fold(name);
        people[folded] = party;
        var space = folded.LastIndexOf(' ');
        if (space > 0)
            people[folded[(space + 1)..]] = party;
        var first = folded.IndexOf(' ', StringComparison.Ordinal);
        if (first > 0 && first != space)
            people[folded[(first + 1)..]] = party;
    }

    /// <summary>The person or office that the last sentence was about: "he" of the next.</summary>
    public Party? Subject { get; set; }

    /// <summary>The body, state or group that the last sentence was about: "it" and "its" of the next; null where it was about a person.</summary>
    public Party? Body { get; set; }

    /// <summary>The event that the sentence before told of last; null where it told of none.</summary>
    public Candidate? LastEvent { get; set; }

    /// <summary>Whose own truce the text told of, "its ceasefire", and nobody else's; null where there is none.</summary>
    public Party? OwnTruce { get; set; }

    /// <summary>The talks that the text told of last, with their parties; null where there are none.</summary>
    public Candidate? LastTalks { get; set; }

    /// <summary>The number of the sentence that is being read, the first being 1.</summary>
    public int Number { get; set; }

    /// <summary>The talks of several parties that the sentences before told of, with their days, and the numbers of these sentences.</summary>
    public List<(Candidate Talks, int Number)> Told { get; } = [];

    /// <summary>Those whom the last subject of several parties named together: "they" of the next sentences.</summary>
    public List<Party> Several { get; } = [];

    /// <summary>Filled anew for each subject: those who may become <see cref="Several"/>.</summary>
    public List<Party> Acting { get; } = [];

    public Party? Known(string name)
    {
        if (people.Count == 0)
            return null;
        Span<char> buffer = name.Length <= LongestName ? stackalloc char[name.Length] : new char[name.Length];
        var folded = buffer[..Folding.Fold(name, buffer)];
        return people.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(folded, out var party) ? party : OfFirstName(folded);
    }

    /// <summary>"Meles Zenawi" is "Meles" to all; null where nobody bears the name.</summary>
    private Party? OfFirstName(ReadOnlySpan<char> name)
    {
        if (name.Contains(' '))
            return null;
        foreach (var (whole, party) in people)
        {
            if (whole.Length > name.Length && whole[name.Length] == ' ' && whole.AsSpan().StartsWith(name))
                return party;
        }

        return null;
    }

    /// <summary>A person of the list, unless the article said that he speaks for another.</summary>
    public NameEntry Recall(string name, NameEntry entry)
    {
        var party = Known(name);
        return party is null || party.Id == entry.Party ? entry : entry with { Party = party.Id, PartyName = party.Name, Country = party.Country };
    }

    /// <summary>The armed group of a country that was named last, by its name and not as the country's rebels; null where none was.</summary>
    public Party? LastGroupOf(Party state)
    {
        for (var i = Recent.Count - 1; i >= 0; i--)
        {
            if (Recent[i].Country == state.Id && Recent[i].Id != state.Id && !Recent[i].Id.Contains('.', StringComparison.Ordinal))
                return Recent[i];
        }

        return null;
    }

    public void Note(List<Party> parties)
    {
        foreach (var party in parties)
        {
            if (!party.Known)
                continue;
            if (party.In(Recent) is { } before)
                Recent.Remove(before);
            Recent.Add(party);
        }
    }
}
