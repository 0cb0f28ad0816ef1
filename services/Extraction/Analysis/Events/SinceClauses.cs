namespace Parley.Extraction.Analysis;

/// <summary>"The first time since December 1994", "have met twice since war broke out in January": since when, and not when they met.</summary>
internal static class SinceClauses
{
    /// <summary>The day at the token is that of a "since".</summary>
    public static bool Hold(Reading reading, Candidate candidate, int at) => IsBehind(reading.Tokens, at) || IsIn(reading, candidate, at);

    /// <summary>"since 1992", "since early May".</summary>
    private static bool IsBehind(Token[] tokens, int at) =>
        at >= 0 && (tokens[at].Is("since") || (at > 0 && tokens[at - 1].Is("since")) || (at > 1 && tokens[at - 2].Is("since") && tokens[at - 1].Word?.Text is "early" or "late" or "mid" or "last"));

    /// <summary>"since war broke out in January": no comma parts the day from it.</summary>
    private static bool IsIn(Reading reading, Candidate candidate, int at)
    {
        var tokens = reading.Tokens;
        for (var i = at - 1; i >= reading.Chunks[candidate.At].Last; i--)
        {
            if (tokens[i].Mark is Mark.Comma or Mark.Period || tokens[i].Is("but"))
                return false;
            if (tokens[i].Is("since"))
                return true;
        }

        return false;
    }
}
