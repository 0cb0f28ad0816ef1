namespace Parley.Extraction.Analysis;

/// <summary>Groups of several countries that share a name ("Serb rebels"): the one of the country that the text speaks of most.</summary>
internal static class Namesakes
{
    public static void Settle(List<Reading> readings, Knowledge knowledge)
    {
        Dictionary<string, int>? spoken = null;
        foreach (var reading in readings)
        {
            for (var i = 0; i < reading.Names.Count; i++)
            {
                var name = reading.Names[i];
                if (name.Entry.Kind == NameKind.Demonym && knowledge.Names.Match(reading.Tokens, name.First, out var people) > name.First && people is { Count: > 1 } && OfLand(readings, people, name.Entry) is { } other)
                {
                    reading.Names[i] = name with { Entry = other };
                    continue;
                }

                if (name.Entry.Kind != NameKind.Group)
                    continue;
                knowledge.Names.Match(reading.Tokens, name.First, out var namesakes);
                if (namesakes is null || !AreSeveral(namesakes))
                    continue;
                var best = name.Entry;
                foreach (var namesake in namesakes)
                {
                    if (namesake.Kind == NameKind.Group && Count(spoken ??= Spoken(readings), namesake) > Count(spoken, best))
                        best = namesake;
                }

                reading.Names[i] = name with { Entry = best };
            }
        }
    }

    /// <summary>"The Albanians", in a text that names Kosovo and not Albania: of the land that it names; null where it names the first state, or no other.</summary>
    private static NameEntry? OfLand(List<Reading> readings, List<NameEntry> people, NameEntry first)
    {
        NameEntry? land = null;
        foreach (var entry in people)
        {
            if (entry.Kind == NameKind.Demonym && entry.Party != first.Party)
                land = entry;
        }

        if (land is null)
            return null;
        var named = false;
        foreach (var reading in readings)
        {
            foreach (var name in reading.Names)
            {
                if (name.Entry.Kind != NameKind.Demonym && name.Entry.Country == first.Party)
                    return null;
                named |= name.Entry.Kind == NameKind.State && name.Entry.Party == land.Party;
            }
        }

        return named ? land : null;
    }

    private static bool AreSeveral(List<NameEntry> namesakes)
    {
        var groups = 0;
        foreach (var entry in namesakes)
            groups += entry.Kind == NameKind.Group ? 1 : 0;
        return groups > 1;
    }

    private static int Count(Dictionary<string, int> spoken, NameEntry group) => group.Country is { } country ? spoken.GetValueOrDefault(country) : 0;

    private static Dictionary<string, int> Spoken(List<Reading> readings)
    {
        var spoken = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var reading in readings)
        {
            foreach (var name in reading.Names)
            {
                if (name.Entry is { Kind: not NameKind.Group, Country: { } country })
                    spoken[country] = spoken.GetValueOrDefault(country) + 1;
            }
        }

        return spoken;
    }
}
