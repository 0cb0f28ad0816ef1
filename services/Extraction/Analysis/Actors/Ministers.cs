namespace Parley.Extraction.Analysis;

/// <summary>The states whose foreign ministers an article names: they sit at a conference of which it does not say whose it is.</summary>
internal static class Ministers
{
    /// <summary>Those states, in the order in which they are named; none where they are fewer than two.</summary>
    public static List<Party> Of(List<Reading> readings)
    {
        var found = new List<Party>();
        foreach (var reading in readings)
        {
            foreach (var name in reading.Names)
            {
                if (name.Entry is { Kind: NameKind.State or NameKind.Demonym, Country: { } country } && name.Entry.Party == country && IsMinisters(reading.Tokens, name.Last))
                    Candidate.Add(found, Party.Of(name.Entry, reading.Slice(name.First, name.Last)));
            }
        }

        if (found.Count < 2)
            found.Clear();
        return found;
    }

    /// <summary>"British Foreign Secretary", "Turkey's foreign minister".</summary>
    private static bool IsMinisters(ReadOnlySpan<Token> tokens, int at)
    {
        while (at < tokens.Length && (tokens[at].Mark == Mark.Apostrophe || tokens[at].Tag == Tag.Genitive || tokens[at].Is("s")))
            at++;
        return at + 1 < tokens.Length && tokens[at].Is("foreign") && tokens[at + 1].Word?.Text is "minister" or "secretary";
    }
}
