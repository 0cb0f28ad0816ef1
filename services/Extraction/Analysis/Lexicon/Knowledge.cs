using System.Collections.Frozen;

namespace Parley.Extraction.Analysis;

/// <summary>Everything that the analysis knows of the world and of the language, loaded once from the files in Knowledge/.</summary>
internal sealed class Knowledge
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> withParticle;
    private readonly int longestVerb;

    private Knowledge()
    {
        WordFiles.Load(Words);
        new NameFiles(this).Load();
        new FrameFiles(this).Load();
        foreach (var word in Words.All)
        {
            word.IsTriggerVerb = word.Lemma is not null && TriggerVerbs.Contains(word.Lemma);
            word.Rules |= RulesFor(word.Text);
        }

        (Government, Army) = (Words.Make("government"), Words.Make("army"));
        Words.Freeze();
        withParticle = Direct.Keys.Concat(Attitudes.Keys).Where(v => v.Contains(' ', StringComparison.Ordinal)).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        longestVerb = withParticle.Set.Max(v => v.Length);
    }

    private static WordRules RulesFor(string word) =>
        (Tagger.HasRule(word) ? WordRules.Tag : 0)
        | (DateReader.MayBegin(word) || Feasts.MayBegin(word) ? WordRules.Day : 0)
        | (RelativeDays.MayBegin(word) ? WordRules.RelativeDay : 0)
        | (SlippedPlans.MayOpen(word) ? WordRules.SlippedPlan : 0)
        | (NounGroups.MayBeginTime(word) ? WordRules.Time : 0)
        | (WordLists.TimeWords.Has(word) ? WordRules.TimeWord : 0);

    public static Knowledge Load() => new();

    public Vocabulary Words { get; } = new();

    /// <summary>The words themselves, for those who ask for them at every token.</summary>
    public Word Government { get; }

    public Word Army { get; }

    public PhraseTrie<NameEntry> Names { get; } = new(Phrases.Name);

    public PhraseTrie<OfficeClass> Offices { get; } = new(Phrases.Office);

    public PhraseTrie<EventNoun> Events { get; } = new(Phrases.Event);

    /// <summary>Frames by base form, with the particle where there is one ("call off").</summary>
    public Dictionary<string, Frame> Frames { get; } = new(StringComparer.Ordinal);

    /// <summary>Those of the frames that are verbs of several words.</summary>
    public Idioms Idioms { get; } = new();

    /// <summary>The usual English names of parties and countries, by id.</summary>
    public Dictionary<string, string> PartyNames { get; } = new(StringComparer.Ordinal);

    /// <summary>The country in which a group's conflict is, by the group's id.</summary>
    public Dictionary<string, string> PartyCountries { get; } = new(StringComparer.Ordinal);

    /// <summary>Whom a group fights, where that is not the government of its own country.</summary>
    public Dictionary<string, string> Foes { get; } = new(StringComparer.Ordinal);

    /// <summary>The towns of a movement's headquarters, each with the movement.</summary>
    public Dictionary<string, string> GroupSeats { get; } = new(StringComparer.Ordinal);

    /// <summary>Forums: their members take part, not they.</summary>
    public HashSet<string> Forums { get; } = new(StringComparer.Ordinal);

    /// <summary>A capital by its country.</summary>
    public Dictionary<string, string> Capitals { get; } = new(StringComparer.Ordinal);

    /// <summary>The usual English name of a party; its id where the lists give none.</summary>
    public string PartyName(string id) => PartyNames.GetValueOrDefault(id, id);

    /// <summary>Base forms of the verbs that can make an event by themselves.</summary>
    public HashSet<string> TriggerVerbs { get; } = [.. WordLists.MakingEvents.Words];

    /// <summary>Nouns of stopping, which with one of <see cref="Hostilities"/> name a ceasefire; true where they do so without a verb's help.</summary>
    public Dictionary<string, bool> Halts { get; } = new(StringComparer.Ordinal);

    /// <summary>Nouns of what is stopped: true for what both sides do ("fighting"), false for one side's acts ("attacks").</summary>
    public Dictionary<string, bool> Hostilities { get; } = new(StringComparer.Ordinal);

    /// <summary>What a verb, adjective or noun makes of an event that it governs, by base form.</summary>
    public Dictionary<string, Force> Attitudes { get; } = new(StringComparer.Ordinal);

    /// <summary>Verbs that are talks by themselves.</summary>
    public Dictionary<string, DirectVerb> Direct { get; } = new(StringComparer.Ordinal);

    /// <summary>The verb of two words that a verb and what stands behind it make ("call for"); null where they make none.</summary>
    public string? WithParticle(string lemma, string particle)
    {
        var length = lemma.Length + 1 + particle.Length;
        if (length > longestVerb)
            return null;
        Span<char> verb = stackalloc char[longestVerb];
        lemma.CopyTo(verb);
        verb[lemma.Length] = ' ';
        particle.CopyTo(verb[(lemma.Length + 1)..]);
        return withParticle.TryGetValue(verb[..length], out var whole) ? whole : null;
    }

    /// <summary>Signs that a sentence is about something else: sport, business, courts, parties.</summary>
    public PhraseTrie<string> Signs { get; } = new(Phrases.Sign);
}
