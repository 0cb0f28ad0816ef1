namespace Parley.Extraction.Analysis;

/// <summary>What a chunk is to its clause.</summary>
internal enum ChunkKind
{
    Noun,
    Verb,
    Predicate,
    Preposition,
    Conjunction,
    Comma,
    Subordinator,
    Relative,
    Open,
    Close,
    Break,
    Quote,
}

/// <summary>A run of tokens that act as one: a noun phrase, a verb group, a preposition, a mark.</summary>
internal sealed class Chunk
{
    // Most chunks have neither, and a sentence has many chunks.
    private static readonly List<Party> None = [];
    private List<Party>? modifiers;
    private List<Party>? mediators;
    private string? head;
    private string? unfolded;
    private int headAt;
    private int headEnd;

    public ChunkKind Kind { get; set; }

    /// <summary>Index of its first token in the sentence.</summary>
    public int First { get; private set; }

    /// <summary>Index after its last token.</summary>
    public int Last { get; set; }

    /// <summary>The folded head word; empty where the head is a name.</summary>
    public string Head
    {
        get => head ??= unfolded is null ? "" : Folding.Fold(unfolded.AsSpan(headAt, headEnd - headAt));
        set => head = value;
    }

    public Word? HeadWord { get; set; }

    public List<Party> Parties { get; } = [];

    /// <summary>Parties named before a noun that is no actor: "a Turkish-Russian deal".</summary>
    public IReadOnlyList<Party> Modifiers => modifiers ?? None;

    /// <summary>The phrase as a whole is the parties: "the Turkish foreign minister", not "the Turkish economy".</summary>
    public bool IsActor { get; set; }

    public bool IsCommoner { get; set; }

    public bool IsDate { get; set; }

    public bool IsPlural { get; set; }

    public bool IsPronoun { get; set; }

    public bool IsDefinite { get; set; }

    /// <summary>Names the event that the phrase is; null where it is none.</summary>
    public EventNoun? Event { get; set; }

    /// <summary>Where the event's noun begins.</summary>
    public int EventAt { get; set; }

    /// <summary>What a word behind the event's noun makes of it ("violation"); null where there is none.</summary>
    public string? Compound { get; set; }

    /// <summary>Those between whom it was brokered, as in "a U.N.-brokered ceasefire".</summary>
    public IReadOnlyList<Party> Mediators => mediators ?? None;

    /// <summary>The place it lies in, where the phrase names one.</summary>
    public NameEntry? Place { get; set; }

    public int PlaceAt { get; set; }

    public int PlaceEnd { get; set; }

    public string Lemma { get; set; } = "";

    public string? Modal { get; set; }

    public bool Negated { get; set; }

    /// <summary>Negated by "no longer": it was so.</summary>
    public bool NoLonger { get; set; }

    public bool Perfect { get; set; }

    public bool Progressive { get; set; }

    public bool Passive { get; set; }

    public bool Past { get; set; }

    public bool Infinitive { get; set; }

    public bool Gerund { get; set; }

    /// <summary>A past participle without an auxiliary, behind a noun: "talks held in Geneva".</summary>
    public bool Reduced { get; set; }

    /// <summary>The verb whose "to" or auxiliary this one shares: "will fly to Cairo and meet"; null where it has its own.</summary>
    public Chunk? With { get; set; }

    public bool Finite => !Infinitive && !Gerund && !Reduced;

    /// <summary>Becomes another chunk, of which nothing is known yet: chunks are used again from article to article.</summary>
    public void Begin(ChunkKind kind, int first, int last)
    {
        (Kind, First, Last) = (kind, first, last);
        (head, unfolded, Lemma) = (null, null, "");
        (HeadWord, Event, Compound, Place, Modal, With) = (null, null, null, null, null, null);
        (EventAt, PlaceAt, PlaceEnd) = (0, 0, 0);
        (IsActor, IsCommoner, IsDate, IsPlural, IsPronoun, IsDefinite) = (false, false, false, false, false, false);
        (Negated, NoLonger, Perfect, Progressive, Passive, Past, Infinitive, Gerund, Reduced) = (false, false, false, false, false, false, false, false, false);
        Parties.Clear();
        (modifiers, mediators) = (null, null);
    }

    /// <summary>The head is in no list: it is folded where somebody asks for it.</summary>
    public void SetHead(string text, int start, int end) => (head, unfolded, headAt, headEnd) = (null, text, start, end);

    public void AddModifier(Party party) => (modifiers ??= []).Add(party);

    public void AddMediator(Party party) => (mediators ??= []).Add(party);

    public override string ToString() => $"{Kind}:{Head}{Lemma}";

    /// <summary>Adds a party to those of the phrase; a name that stands for several parties ("the two Koreas") adds each.</summary>
    public void AddParty(Knowledge knowledge, Party party)
    {
        if (party.Id.Contains('+', StringComparison.Ordinal))
        {
            foreach (var id in party.Id.Split('+'))
                AddParty(knowledge, new Party { Id = id, Name = knowledge.PartyName(id), Text = party.Text, Known = true, Country = id });
            return;
        }

        var same = party.In(Parties);
        if (same is null)
            Parties.Add(party);
        else
            same.AddPersons(party.Persons);
    }
}
