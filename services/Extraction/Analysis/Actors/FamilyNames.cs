namespace Parley.Extraction.Analysis;

/// <summary>"Mr. Kim", in a text that named Kim Jong Un: where the family's name comes first, it is that of the man whom the text named in full.</summary>
internal static class FamilyNames
{
    public static void Name(List<Reading> readings)
    {
        Dictionary<string, NameEntry>? families = null;
        foreach (var reading in readings)
        {
            if (families is not null)
                NameBare(reading, families);
            foreach (var name in reading.Names)
            {
                if (name.Entry is { Kind: NameKind.Person, Country: "KOR" or "PRK" or "CHN" or "TWN" or "VNM" } && name.Last - name.First > 1 && reading.Tokens[name.First].Word is { } family)
                    (families ??= new Dictionary<string, NameEntry>(StringComparer.Ordinal)).TryAdd(family.Text, name.Entry);
            }
        }
    }

    private static void NameBare(Reading reading, Dictionary<string, NameEntry> families)
    {
        var tokens = reading.Tokens;
        for (var i = 1; i < tokens.Length; i++)
        {
            if (tokens[i] is not { Capital: true, Mark: Mark.Word, Word: { } word } || tokens[i].Tag == Tag.Name || !families.TryGetValue(word.Text, out var entry)
                || !IsHonorific(reading, i - 1) || (i + 1 < tokens.Length && tokens[i + 1] is { Capital: true, Mark: Mark.Word }))
                continue;
            tokens[i].Tag = Tag.Name;

            // In its place among the names of the sentence.
            var at = reading.Names.Count;
            while (at > 0 && reading.Names[at - 1].First > i)
                at--;
            reading.Names.Insert(at, new NameSpan(i, i + 1, entry));
        }
    }

    /// <summary>"Mr", "Mr.", with the point in the word or behind it.</summary>
    private static bool IsHonorific(Reading reading, int at)
    {
        if (reading.Tokens[at].Mark == Mark.Period && at > 0)
            at--;
        return WordLists.Honorifics.Has(Folding.Fold(reading.Slice(at, at + 1)).TrimEnd('.'));
    }
}
