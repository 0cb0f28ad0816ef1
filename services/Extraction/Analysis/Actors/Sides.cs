namespace Parley.Extraction.Analysis;

/// <summary>The two sides that an article is about, as its names show: "the two sides", "the truce" without a name are theirs.</summary>
internal sealed class Sides
{
    private const int WarWords = 3;

    public static readonly Sides None = new();

    /// <summary>Two parties, or none where the names settle nothing.</summary>
    public IReadOnlyList<Party> Pair { get; private init; } = [];

    /// <summary>Whose a truce is of which the text does not say it: the two sides; where these are states, a group that fights one of them from another's land and that state.</summary>
    public IReadOnlyList<Party> OfTruce { get; private init; } = [];

    /// <summary>A state and an armed group of its own country; null where the two sides are something else.</summary>
    public (Party State, Party Group)? OfOneCountry =>
        Pair is not [var one, var other] || one.Country != other.Country ? null : one.Id == one.Country ? (one, other) : other.Id == other.Country ? (other, one) : null;

    /// <summary>Soldiers, shells or fronts are spoken of: a truce is no figure of speech.</summary>
    public bool AtWar { get; private init; }

    public static Sides Of(List<Reading> readings, Knowledge knowledge)
    {
        var counts = new Dictionary<string, (NameEntry Entry, int Count)>(StringComparer.Ordinal);
        var couples = new Dictionary<(string, string), int>();
        var words = new List<Word>(WarWords);
        var government = false;
        foreach (var reading in readings)
        {
            foreach (ref readonly var token in reading.Tokens.AsSpan())
            {
                if (token.Word is not { } word)
                    continue;
                if (word.IsOfWar && words.Count < WarWords && !words.Contains(word))
                    words.Add(word);
                government |= ReferenceEquals(word, knowledge.Government) || ReferenceEquals(word, knowledge.Army);
            }

            for (var i = 0; i < reading.Names.Count; i++)
            {
                var name = reading.Names[i];
                if (!Counts(name.Entry, knowledge) || IsMediators(reading, name) || IsGoverning(reading, name))
                    continue;
                counts[name.Entry.Party] = (name.Entry, counts.GetValueOrDefault(name.Entry.Party).Count + (name.Entry.Kind is NameKind.Person or NameKind.Seat && knowledge.Capitals.ContainsKey(name.Entry.Party) ? 1 : 2));
                if (Couple(reading, i, knowledge) is { } couple)
                    couples[couple] = couples.GetValueOrDefault(couple) + 1;
            }
        }

        Kin.Add(readings, counts, knowledge);
        CountKin(readings, counts, knowledge);
        IReadOnlyList<Party> pair = Choose(counts, couples, government, readings.Count > 0 ? readings[0] : null, knowledge) is var (one, other) ? [Named(one, counts, knowledge), Named(other, counts, knowledge)] : [];
        return new Sides { AtWar = words.Count >= WarWords, Pair = pair, OfTruce = Abroad(counts, pair, knowledge) is var (foe, group) ? [Named(foe, counts, knowledge), Named(group, counts, knowledge)] : pair };
    }

    /// <summary>"the Norwegian mediator": whose man goes between the sides is none of them.</summary>
    private static bool IsMediators(Reading reading, NameSpan name) =>
        name.Entry.Kind == NameKind.Demonym && name.Last < reading.Tokens.Length && reading.Tokens[name.Last].Word?.Text is "mediator" or "mediators" or "mediation";

    /// <summary>"the Sandinista government", "the Sandinista army": a movement that governs is the state, and no group beside it.</summary>
    private static bool IsGoverning(Reading reading, NameSpan name) =>
        name.Entry.Kind == NameKind.Group && (reading.Tokens[name.Last - 1].Word?.Text is "government" || (name.Last - name.First == 1 && name.Last < reading.Tokens.Length && reading.Tokens[name.Last].Word?.Text is "government" or "regime" or "army"));

    private static bool Counts(NameEntry entry, Knowledge knowledge) =>
        entry.Kind is not NameKind.City && (knowledge.Capitals.ContainsKey(entry.Party) || knowledge.PartyCountries.ContainsKey(entry.Party) || entry.Party.Contains('+', StringComparison.Ordinal));

    /// <summary>"Armenia and Azerbaijan", "Israel, Hamas agree": two names with nothing but a conjunction between, and no third.</summary>
    private static (string, string)? Couple(Reading reading, int i, Knowledge knowledge)
    {
        var first = reading.Names[i];
        if (first.Entry.Party.Contains('+', StringComparison.Ordinal) && first.Entry.Party.Split('+') is [var left, var right])
            return Ordered(left, right);
        if (first.Entry.Kind is NameKind.Person or NameKind.Seat || (i + 1 < reading.Names.Count && reading.Names[i + 1].Entry.Kind is NameKind.Person or NameKind.Seat))
            return null;
        if (i + 1 >= reading.Names.Count || !Joined(reading, first, reading.Names[i + 1]) || !Counts(reading.Names[i + 1].Entry, knowledge) || reading.Names[i + 1].Entry.Party == first.Entry.Party)
            return null;
        if (i > 0 && Joined(reading, reading.Names[i - 1], first) || (i + 2 < reading.Names.Count && Joined(reading, reading.Names[i + 1], reading.Names[i + 2])))
            return null;
        return reading.Names[i + 1].Entry.Party.Contains('+', StringComparison.Ordinal) ? null : Ordered(first.Entry.Party, reading.Names[i + 1].Entry.Party);
    }

    /// <summary>"The Lebanese truce", in a text about Israel and Syria that names the Hezbollah: a group with a foe of another land, once the text names both; null where it names none.</summary>
    private static (string, string)? Abroad(Dictionary<string, (NameEntry Entry, int Count)> counts, IReadOnlyList<Party> pair, Knowledge knowledge)
    {
        (string Foe, string Group)? found = null;
        var most = 1;
        foreach (var (id, (_, count)) in counts)
        {
            if (knowledge.Foes.GetValueOrDefault(id) is not { } foe || knowledge.PartyCountries[id] == id || count <= most || WordLists.Lands.Has(knowledge.PartyCountries[id]) || !counts.ContainsKey(foe) || (pair.Count == 2 && pair[0].Id != foe && pair[1].Id != foe))
                continue;
            (found, most) = ((foe, id), count);
        }

        return pair.Count == 2 && (pair[0].Id != pair[0].Country || pair[1].Id != pair[1].Country) ? null : found;
    }

    /// <summary>"Serb gunners", in a text about Bosnia that names a leader of its Serbs: the group is spoken of, not the neighbouring state.</summary>
    private static void CountKin(List<Reading> readings, Dictionary<string, (NameEntry Entry, int Count)> counts, Knowledge knowledge)
    {
        foreach (var (id, (entry, count)) in counts)
        {
            if (knowledge.PartyCountries.GetValueOrDefault(id) is not { } country || country == id || !counts.TryGetValue(country, out var land))
                continue;
            var called = knowledge.PartyName(id);
            foreach (var reading in readings)
            {
                foreach (var name in reading.Names)
                {
                    if (!IsKin(reading, name, called) || name.Entry.Party == country || counts.GetValueOrDefault(name.Entry.Party) is not { Entry: not null } state || state.Count > 2 * land.Count)
                        continue;
                    counts[name.Entry.Party] = (state.Entry, state.Count - 2);
                    counts[id] = (entry, counts[id].Count + 2);
                }
            }
        }
    }

    /// <summary>"Serb", "the Serbs" beside "Bosnian Serb": the people, where "Serbian" is of the state.</summary>
    public static bool IsKin(Reading reading, NameSpan name, string group)
    {
        if (name.Entry.Kind != NameKind.Demonym || name.Last - name.First > 1)
            return false;
        var people = reading.Text.AsSpan(reading.Tokens[name.First].Start, reading.Tokens[name.First].End - reading.Tokens[name.First].Start);
        if (people is [.., 's'])
            people = people[..^1];
        else if (people.EndsWith("an", StringComparison.Ordinal) || people.EndsWith("sh", StringComparison.Ordinal) || people.EndsWith("ese", StringComparison.Ordinal))
            return false;
        return people.Length > 3 && group.AsSpan().Contains(people, StringComparison.Ordinal);
    }

    private static (string, string) Ordered(string a, string b) => string.CompareOrdinal(a, b) < 0 ? (a, b) : (b, a);

    private static bool Joined(Reading reading, NameSpan a, NameSpan b)
    {
        var joined = false;
        for (var i = a.Last; i < b.First; i++)
        {
            var token = reading.Tokens[i];
            if (token.Is("and") || token.Mark is Mark.Comma or Mark.Hyphen)
                joined = true;
            else if (!token.Is("the") && token.Tag != Tag.Name && token.Mark != Mark.Apostrophe)
                return false;
        }

        return joined && b.First - a.Last < 4;
    }

    private static (string, string)? Choose(Dictionary<string, (NameEntry Entry, int Count)> counts, Dictionary<(string, string), int> couples, bool government, Reading? lead, Knowledge knowledge)
    {
        var states = new List<(string Id, int Count)>();
        (string? Id, int Count) group = (null, 0);
        foreach (var (id, (_, count)) in counts)
        {
            var country = knowledge.PartyCountries.GetValueOrDefault(id);
            if (country == id || knowledge.Capitals.ContainsKey(id))
                states.Add((id, count));
            else if (country is not null && count > group.Count)
                group = (id, count);
        }

        states.Sort((a, b) => a.Count == b.Count ? string.CompareOrdinal(a.Id, b.Id) : b.Count.CompareTo(a.Count));
        if (group.Id is { } fighters && (group.Count > 2 || states.Count < 2 || states[1].Count < 3 || (couples.Count == 0 && IsOwnWar(lead, states[0].Id, fighters, knowledge))))
        {
            // Whom it fights is a side where the text speaks of it; a group's own truce is not the other's for that.
            var foe = knowledge.Foes.GetValueOrDefault(fighters) ?? knowledge.PartyCountries[fighters];
            return counts.ContainsKey(foe) || government ? (foe, fighters) : null;
        }

        if (OverLand(states, lead, knowledge) is { } contended)
            return contended;

        // Two that are named together once in a text about others are not whom it is about.
        foreach (var couple in couples.Count == 0 ? [] : couples.Keys.Where(c => states.Count > 0 && Math.Max(Count(c.Item1), Count(c.Item2)) * 2 < states[0].Count).ToList())
            couples.Remove(couple);
        if (couples.Count > 0)
            return couples.OrderByDescending(c => c.Value).ThenByDescending(c => Math.Min(Count(c.Key.Item1), Count(c.Key.Item2))).ThenBy(c => c.Key.Item1, StringComparer.Ordinal).First().Key;

        return states.Count > 1 && states[1].Count > 2 && states[1].Count * 2 >= states[0].Count && (states.Count == 2 || states[2].Count * 4 <= states[1].Count * 3) ? (states[0].Id, states[1].Id) : null;

        int Count(string id) => counts.GetValueOrDefault(id).Count;
    }

    /// <summary>"Senegal is to talk with the rebels of its south", in a text that names them once: whom the state fights, however much is said of its neighbours.</summary>
    private static bool IsOwnWar(Reading? lead, string state, string group, Knowledge knowledge) =>
        lead is not null && state == knowledge.PartyCountries[group] && IsLed(lead, state) && Array.Exists(lead.Tokens, static t => WordLists.Rising.Has(t.Word?.Text));

    /// <summary>"The Kosovo negotiations", in a text that names the Serbs: a land and the state that fights a group of it; null where the text is about no such land.</summary>
    private static (string, string)? OverLand(List<(string Id, int Count)> states, Reading? lead, Knowledge knowledge)
    {
        if (states.Count < 2 || states.Find(static s => WordLists.Lands.Has(s.Id)) is not { Id: { } land, Count: > 2 and var told } || (states[0].Count > 2 * told && !knowledge.Foes.ContainsKey(land) && !(states[0].Count <= 3 * told && IsLed(lead, land))))
            return null;
        foreach (var (group, foe) in knowledge.Foes)
        {
            if (knowledge.PartyCountries.GetValueOrDefault(group) == land && IsToldTwice(states, foe))
                return (foe, land);
        }

        return null;
    }

    /// <summary>The first sentence names it: what the text is about, however much it says of others.</summary>
    private static bool IsLed(Reading? lead, string land)
    {
        if (lead is null)
            return false;
        foreach (var name in lead.Names)
        {
            if (name.Entry.Party == land)
                return true;
        }

        return false;
    }

    private static bool IsToldTwice(List<(string Id, int Count)> states, string id)
    {
        foreach (var state in states)
        {
            if (state.Id == id && state.Count > 1)
                return true;
        }

        return false;
    }

    private static Party Named(string id, Dictionary<string, (NameEntry Entry, int Count)> counts, Knowledge knowledge)
    {
        var name = knowledge.PartyName(id);
        var country = counts.TryGetValue(id, out var named) ? named.Entry.Country : knowledge.PartyCountries.GetValueOrDefault(id, id);
        return new Party { Id = id, Name = name, Text = name, Known = true, Country = country ?? id };
    }
}
