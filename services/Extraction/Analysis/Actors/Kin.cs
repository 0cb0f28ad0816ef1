namespace Parley.Extraction.Analysis;

/// <summary>"Serb gunners", "the Serbs", in a text about Bosnia that nowhere speaks of Serbia: the Serbs of that land.</summary>
internal static class Kin
{
    /// <summary>Counts of a land from which a text is about it.</summary>
    private const int About = 4;

    /// <param name="readings">The article's sentences.</param>
    /// <param name="counts">How much the article speaks of each party; the group takes the place of the state.</param>
    /// <param name="knowledge">Who the groups are, and of what lands.</param>
    public static void Add(List<Reading> readings, Dictionary<string, (NameEntry Entry, int Count)> counts, Knowledge knowledge)
    {
        if (People(readings, out var people) is not { } state || !counts.TryGetValue(state.Party, out var told) || !IsAbroad(counts, state.Party))
            return;
        foreach (var (group, land) in knowledge.PartyCountries)
        {
            if (group == land || land == state.Party || !counts.TryGetValue(land, out var home) || home.Count < About || !knowledge.PartyName(group).AsSpan().Contains(people, StringComparison.Ordinal))
                continue;
            if (!counts.ContainsKey(group))
                counts[group] = (told.Entry with { Party = group, PartyName = knowledge.PartyName(group), Country = land }, told.Count);
            counts.Remove(state.Party);
            return;
        }
    }

    /// <summary>The article is about another land.</summary>
    private static bool IsAbroad(Dictionary<string, (NameEntry Entry, int Count)> counts, string state)
    {
        foreach (var (party, (_, count)) in counts)
        {
            if (count >= About && party != state)
                return true;
        }

        return false;
    }

    /// <summary>The one people that the article calls by the name of a people, and never by that of its state.</summary>
    private static NameEntry? People(List<Reading> readings, out ReadOnlySpan<char> people)
    {
        NameEntry? state = null;
        people = default;
        foreach (var reading in readings)
        {
            foreach (var name in reading.Names)
            {
                if (state is not null || name.Entry.Kind != NameKind.Demonym || OfPeople(reading, name) is not { Length: > 0 } called)
                    continue;
                state = name.Entry;
                people = called;
            }
        }

        if (state is null)
            return null;
        foreach (var reading in readings)
        {
            foreach (var name in reading.Names)
            {
                if (name.Entry.Party == state.Party && !(name.Entry.Kind == NameKind.Demonym && OfPeople(reading, name).SequenceEqual(people)))
                    return null;
            }
        }

        return state;
    }

    /// <summary>"Serb" of "Serb" and "Serbs"; nothing for "Serbian", which is of the state.</summary>
    private static ReadOnlySpan<char> OfPeople(Reading reading, NameSpan name)
    {
        if (name.Last - name.First > 1)
            return default;
        var people = reading.Text.AsSpan(reading.Tokens[name.First].Start, reading.Tokens[name.First].End - reading.Tokens[name.First].Start);
        if (people is [.., 's'])
            people = people[..^1];
        return people.Length < 4 || people[^1] == 'i' || people.EndsWith("an", StringComparison.Ordinal) || people.EndsWith("sh", StringComparison.Ordinal) || people.EndsWith("ese", StringComparison.Ordinal) ? default : people;
    }
}
