namespace Parley.Extraction.Analysis;

/// <summary>Finds the names of actors and places in a sentence, longest first.</summary>
internal static class NameFinder
{
    public static void Find(Reading reading, Knowledge knowledge, int? year)
    {
        var tokens = reading.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Mark != Mark.Word || tokens[i].Word is not { } word || (word.Starts & (tokens[i].Capital ? Phrases.Name : Phrases.LowerName)) == 0)
                continue;
            var end = knowledge.Names.Match(tokens, i, out var found);
            if (found is null || Choose(tokens, i, end, found, year) is not { } entry)
                continue;
            if (IsOffice(tokens, i, end, entry))
                continue;
            if (entry.Party != "-")
                reading.Names.Add(new NameSpan(i, end, entry));
            for (var j = i; j < end; j++)
                tokens[j].Tag = Tag.Name;
            i = end - 1;
        }
    }

    /// <summary>"the secretary of the Security Council", "Security Council secretary": a state's own council, which is named as the world's is.</summary>
    private static bool IsOffice(Token[] tokens, int first, int end, NameEntry entry) =>
        entry.Kind == NameKind.Organisation && tokens[end - 1].Is("council")
        && ((end < tokens.Length && tokens[end].Is("secretary")) || (first > 2 && tokens[first - 1].Is("the") && tokens[first - 2].Is("of") && tokens[first - 3].Is("secretary")));

    private static NameEntry? Choose(Token[] tokens, int first, int end, List<NameEntry> found, int? year)
    {
        NameEntry? best = null;
        foreach (var entry in found)
        {
            if (!tokens[first].Capital && !(entry.Lower && (end - first > 1 || entry.Kind == NameKind.Group)))
                continue;
            if (entry.Capitals && !Capitals(tokens, first, end))
                continue;
            if (entry.Kind == NameKind.Person && !entry.Holds(year))
            {
                // A known person outside his years is still himself where nothing else bears the name in full.
                if ((end - first == 1 && (best is not null || (Elsewhen(entry, year) && !(first > 0 && tokens[first - 1].Capital)))) || best?.Kind == NameKind.Person)
                    continue;
                best ??= entry;
                continue;
            }

            // The latest entry wins among persons whose years are unknown to fit; otherwise the first in the files.
            if (best is null || (best.Kind == NameKind.Person && !best.Holds(year)) || (entry.Kind == NameKind.Person && year is null && best.Kind == NameKind.Person && entry.To > best.To))
                best = entry;
        }

        return best is { Kind: NameKind.City } && GroupOf(found, best.Country) is { } group && IsDoing(tokens, first, end) ? group : best;
    }

    private static NameEntry? GroupOf(List<NameEntry> found, string? country)
    {
        foreach (var entry in found)
        {
            if (entry.Kind == NameKind.Group && entry.Country == country)
                return entry;
        }

        return null;
    }

    /// <summary>"Abkhazia and Georgia met", "talks between Tbilisi and Abkhazia": a breakaway region that acts is the party; behind "in" or "from" it is a place.</summary>
    private static bool IsDoing(Token[] tokens, int first, int end)
    {
        if (end < tokens.Length && tokens[end].Tag is Tag.Genitive || !tokens[first].Capital)
            return false;
        for (var i = first - 1; i >= 0 && i > first - 7; i--)
        {
            if (tokens[i].Mark != Mark.Word)
                return false;
            if (tokens[i].Word is { } word && word.Is(WordClass.Preposition))
                return word.Text is "between" or "with" or "by" or "against" or "among";
            if (tokens[i].Is(WordClass.AnyVerb) && !tokens[i].Capital)
                return true;
        }

        return end < tokens.Length && (first == 0 || tokens[end].Mark == Mark.Word);
    }

    /// <summary>A surname alone, long before or after its bearer's time, is another's.</summary>
    private static bool Elsewhen(NameEntry entry, int? year) => year < entry.From - 2 || year > entry.To + 12;

    private static bool Capitals(Token[] tokens, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (tokens[i].Mark == Mark.Word && !tokens[i].AllCapitals && tokens[i].End - tokens[i].Start > 1)
                return false;
        }

        return true;
    }
}
