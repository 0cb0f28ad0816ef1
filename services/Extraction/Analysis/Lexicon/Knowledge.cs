using System.Collections.Frozen;
using System.Globalization;
using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>Everything that the analysis knows of the world and of the language, loaded once from the files in Knowledge/.</summary>
internal sealed class Knowledge
{
    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly string[] Weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> withParticle;
    private readonly int longestVerb;

    private Knowledge()
    {
        LoadWords();
        LoadNames();
        LoadFrames();
        foreach (var word in Words.All)
            word.IsTriggerVerb = word.Lemma is not null && TriggerVerbs.Contains(word.Lemma);
        Words.Freeze();
        withParticle = Direct.Keys.Concat(Attitudes.Keys).Where(v => v.Contains(' ', StringComparison.Ordinal)).ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        longestVerb = withParticle.Set.Max(v => v.Length);
    }

    public static Knowledge Load() => new();

    public Vocabulary Words { get; } = new();

    public PhraseTrie<NameEntry> Names { get; } = new();

    public PhraseTrie<OfficeClass> Offices { get; } = new();

    public PhraseTrie<EventNoun> Events { get; } = new();

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

    /// <summary>Forums: their members take part, not they.</summary>
    public HashSet<string> Forums { get; } = new(StringComparer.Ordinal);

    /// <summary>A capital by its country.</summary>
    public Dictionary<string, string> Capitals { get; } = new(StringComparer.Ordinal);

    /// <summary>The usual English name of a party; its id where the lists give none.</summary>
    public string PartyName(string id) => PartyNames.GetValueOrDefault(id, id);

    /// <summary>Adds a party to those of a phrase; a name that stands for several parties ("the two Koreas") adds each.</summary>
    public void AddParty(Chunk chunk, Party party)
    {
        if (party.Id.Contains('+', StringComparison.Ordinal))
        {
            foreach (var id in party.Id.Split('+'))
                AddParty(chunk, new Party { Id = id, Name = PartyName(id), Text = party.Text, Known = true, Country = id });
            return;
        }

        var same = party.In(chunk.Parties);
        if (same is null)
            chunk.Parties.Add(party);
        else
            same.Persons.AddRange(party.Persons.Except(same.Persons));
    }

    private void LoadWords()
    {
        foreach (var line in KnowledgeFile.Read("words.txt"))
        {
            if (line[0] == "part")
            {
                foreach (var particle in line[1].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    Words.Make(particle).IsNameParticle = true;
                continue;
            }

            var classes = line[0] switch
            {
                "det" => WordClass.Determiner,
                "poss" => WordClass.Possessive,
                "pron" => WordClass.Pronoun,
                "rel" => WordClass.Relative,
                "sub" => WordClass.Subordinator,
                "prep" => WordClass.Preposition,
                "conj" => WordClass.Conjunction,
                "modal" => WordClass.Modal,
                "be" => WordClass.Be,
                "have" => WordClass.Have,
                "do" => WordClass.Do,
                "neg" => WordClass.Negation,
                "adv" => WordClass.Adverb,
                "num" => WordClass.Number,
                "adj" => WordClass.Adjective,
                "other" => WordClass.None,
                var other => throw new InvalidOperationException($"words.txt: unknown class {other}."),
            };
            foreach (var word in line[1].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                Words.Make(word).Classes |= classes;
        }

        foreach (var line in KnowledgeFile.Read("verbs.txt"))
            VerbForms.Add(Words, line[0]);
        foreach (var line in KnowledgeFile.Read("war.txt"))
            Words.Make(line[0]).IsOfWar = true;
        foreach (var line in KnowledgeFile.Read("schedule.txt"))
        {
            foreach (var form in line[0].Split(' '))
                Words.Make(form).Schedule = true;
        }

        foreach (var line in KnowledgeFile.Read("fighting.txt"))
            Words.Make(line[0]).IsOfFighting = true;
        foreach (var line in KnowledgeFile.Read("noun-first.txt"))
            Words.Make(line[0]).NounFirst = true;
        foreach (var (name, i) in Months.Select((m, i) => (m, i)))
        {
            Date(name, WordClass.Month, i + 1);
            if (name != "may")
            {
                Date(name[..3], WordClass.Month, i + 1);
                Date(name[..3] + ".", WordClass.Month, i + 1);
                Words.AddAbbreviation(char.ToUpperInvariant(name[0]) + name[1..3]);
            }
        }

        Date("sept", WordClass.Month, 9);
        Date("sept.", WordClass.Month, 9);
        foreach (var (name, i) in Weekdays.Select((w, i) => (w, i)))
            Date(name, WordClass.Weekday, i + 1);
        foreach (var word in new[] { "Mr", "Mrs", "Ms", "Dr", "Gen", "Lt", "Col", "Sgt", "Maj", "Capt", "Adm", "Brig", "St", "Sen", "Rep", "Gov", "Sept", "Prof", "Rev", "Jr", "Sr", "Inc", "Corp", "Ltd", "vs", "No", "Hon", "Cmdr", "Msgr", "Fr", "Mt" })
            Words.AddAbbreviation(word);
    }

    private void Date(string name, WordClass classes, int ordinal)
    {
        var word = Words.Make(name);
        word.Classes |= classes;
        word.Ordinal = ordinal;
    }

    private void LoadNames()
    {
        foreach (var line in KnowledgeFile.Read("states.txt"))
            AddState(line);
        foreach (var line in KnowledgeFile.Read("historical.txt"))
            AddState(line);
        foreach (var line in KnowledgeFile.Read("organisations.txt"))
        {
            var name = KnowledgeFile.Names(line[1]).First();
            PartyNames.TryAdd(line[0], name);
            AddNames(line[1], NameKind.Organisation, line[0], name, null);
            AddNames(line[2], NameKind.Demonym, line[0], name, null);
            foreach (var seat in KnowledgeFile.Names(line[3]))
                AddName(seat, NameKind.Seat, line[0], seat, line[0] == "EU" ? "BEL" : null, 0, 0);
            if (line.Length > 4 && line[4] == "no")
                Forums.Add(line[0]);
        }

        foreach (var line in KnowledgeFile.Read("groups.txt"))
        {
            var name = KnowledgeFile.Names(line[1]).First();
            PartyNames.TryAdd(line[0], name);
            if (line[2].Length > 0)
                PartyCountries[line[0]] = line[2];
            if (line.Length > 3)
                Foes[line[0]] = line[3];
            AddNames(line[1], NameKind.Group, line[0], name, line[2].Length > 0 ? line[2] : null);
        }

        foreach (var line in KnowledgeFile.Read("pairs.txt"))
        {
            PartyNames.TryAdd(line[0], line[1]);
            AddNames(line[1], NameKind.State, line[0], line[1], null);
        }

        foreach (var line in KnowledgeFile.Read("other-names.txt"))
            AddNames(line[0], NameKind.City, "-", "-", null);
        foreach (var line in KnowledgeFile.Read("persons.txt"))
            AddPerson(line);
    }

    private void AddState(string[] line)
    {
        var name = KnowledgeFile.Names(line[1]).First();
        PartyNames.TryAdd(line[0], name);
        PartyCountries.TryAdd(line[0], line[0]);
        AddNames(line[1], NameKind.State, line[0], PartyNames[line[0]], line[0]);
        AddNames(line[2], NameKind.Demonym, line[0], PartyNames[line[0]], line[0]);
        foreach (var seat in KnowledgeFile.Names(line[3]))
        {
            Capitals.TryAdd(line[0], seat);
            AddName(seat, NameKind.Seat, line[0], Bare(seat), line[0], 0, 0);
        }

        foreach (var city in KnowledgeFile.Names(line.Length > 4 ? line[4] : ""))
        {
            Capitals.TryAdd(line[0], city);
            AddName(city, NameKind.City, line[0], Bare(city), line[0], 0, 0);
        }
    }

    private static string Bare(string name) => name.StartsWith("the ", StringComparison.Ordinal) ? name[4..] : name;

    private void AddNames(string names, NameKind kind, string party, string name, string? country)
    {
        foreach (var each in KnowledgeFile.Names(names))
            AddName(each, kind, party, name, country, 0, 0);
    }

    private void AddName(string text, NameKind kind, string party, string name, string? country, int from, int to)
    {
        var letters = text.Where(char.IsLetter);
        var capitals = text.Length <= 9 && letters.All(char.IsUpper);
        var phrase = Words.Phrase(Bare(text));
        phrase[0].StartsName = true;
        if (kind == NameKind.Person)
        {
            foreach (var word in phrase)
                word.IsOfPerson = true;
        }

        Names.Add(phrase, new NameEntry(kind, party, name, country, from, to, capitals, char.IsLower(Bare(text)[0]), PartyNames.GetValueOrDefault(party, party)));
    }

    private void AddPerson(string[] line)
    {
        var names = KnowledgeFile.Names(line[0]).ToList();
        var years = line[2].Split('-');
        var from = int.Parse(years[0], CultureInfo.InvariantCulture);
        var to = years[1].Length == 0 ? 9999 : int.Parse(years[1], CultureInfo.InvariantCulture);
        var usual = names[0];
        PartyNames.TryAdd(line[1], line[1]);
        var country = PartyCountries.GetValueOrDefault(line[1]);
        foreach (var name in names.Where(n => !n.StartsWith('=') || n.Contains(' ', StringComparison.Ordinal)))
            AddName(name.TrimStart('='), NameKind.Person, line[1], usual, country, from, to);
        var surname = usual[(usual.LastIndexOf(' ') + 1)..];
        if (!names.Exists(n => n.StartsWith('=')) && surname != usual && !names.Contains(surname))
            AddName(surname, NameKind.Person, line[1], usual, country, from, to);

        // "al-Sarraj" is "Sarraj" too.
        if (surname.StartsWith("al-", StringComparison.Ordinal) && !names.Contains(surname[3..]))
            AddName(surname[3..], NameKind.Person, line[1], usual, country, from, to);
    }

    private void LoadFrames()
    {
        foreach (var line in KnowledgeFile.Read("offices.txt"))
        {
            var office = Enum.Parse<OfficeClass>(line[0], ignoreCase: true);
            foreach (var name in KnowledgeFile.Names(line[1]))
            {
                var phrase = Words.Phrase(name);
                phrase[^1].EndsOffice |= office == OfficeClass.Person;
                Offices.Add(phrase, office);
                if (office == OfficeClass.Person && phrase[^1].Text is "commissioner" or "officer" or "monarch" or "premier" or "emissary" or "minister" or "secretary" or "president" or "leader" or "envoy" or "official" or "king" or "representative" or "negotiator" or "diplomat" or "commander" or "chief" or "mediator" or "ambassador" or "premier" or "ruler" or "delegate" or "general" or "aide" or "counterpart" or "chancellor" or "figure" or "adviser")
                    Offices.Add([.. phrase.Take(phrase.Count - 1), Words.Make(phrase[^1].Text + "s")], office);
            }
        }

        foreach (var line in KnowledgeFile.Read("events.txt"))
        {
            if (!WireWord.TryParse<EntryType>(line[1], out var type) || !WireWord.TryParse<EntryKind>(line[2], out var kind))
                throw new InvalidOperationException($"events.txt: unknown type or kind in {line[0]}.");
            var phrase = Words.Phrase(line[0]);
            Events.Add(phrase, new EventNoun(type, kind, line[3] == "strong"));
            phrase[0].IsTrigger = true;
        }

        foreach (var line in KnowledgeFile.Read("frames.txt"))
        {
            var phrase = Words.Phrase(line[0]);
            Frames[line[0]] = new Frame(line[1][0], Status(line[2]), Status(line[3]));
            if (phrase.Count > 1)
                Idioms.Add(phrase, line[0]);
        }

        foreach (var line in KnowledgeFile.Read("nouns.txt"))
            Words.Make(line[0]).NounFrame = new Frame('n', Status(line[1]), Status(line[2]), line[1] == "pass", line[1] == "denied");
        foreach (var line in KnowledgeFile.Read("compounds.txt"))
            Words.Make(line[0]).Compound = line[1];
        foreach (var line in KnowledgeFile.Read("attitudes.txt"))
        {
            Words.Phrase(line[0]);
            Attitudes[line[0]] = Enum.Parse<Force>(line[1], ignoreCase: true);
            if (!line[0].Contains(' ', StringComparison.Ordinal))
            {
                Words.Make(line[0]).GovernsInfinitive = true;
                Words.Make(line[0] + "s").GovernsInfinitive = true;
            }
        }

        foreach (var line in KnowledgeFile.Read("direct.txt"))
        {
            Words.Phrase(line[0]);
            if (line.Length < 5)
                TriggerVerbs.Add(line[0].Split(' ')[0]);
            if (line[0].Count(c => c == ' ') > 1)
                Idioms.Add(Words.Phrase(line[0]), line[0]);
            Direct[line[0]] = new DirectVerb(line[1], line[2], WireWord.TryParse<EntryKind>(line[3], out var kind) ? kind : EntryKind.Meeting);
        }

        foreach (var line in KnowledgeFile.Read("halts.txt"))
        {
            foreach (var name in KnowledgeFile.Names(line[1]))
            {
                var words = Words.Phrase(name);
                if (line[0] is "fighting" or "acts")
                    Hostilities[words[^1].Text] = line[0] == "fighting";
                else
                    Halts[name] = line[0] == "strong";
                words[0].IsTrigger |= line[0] == "strong";
            }
        }

        Words.Make("due").IsTrigger = true;
        foreach (var line in KnowledgeFile.Read("signs.txt"))
        {
            foreach (var name in KnowledgeFile.Names(line[1]))
                Signs.Add(Words.Phrase(name), line[0]);
        }
    }

    /// <summary>Base forms of the verbs that can make an event by themselves.</summary>
    private HashSet<string> TriggerVerbs { get; } = new(StringComparer.Ordinal) { "reach", "cease", "halt", "stop", "suspend", "pause", "silence", "end", "fail" };

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
    public PhraseTrie<string> Signs { get; } = new();

    private static EntryStatus? Status(string word) => WireWord.TryParse<EntryStatus>(word, out var status) ? status : null;
}
