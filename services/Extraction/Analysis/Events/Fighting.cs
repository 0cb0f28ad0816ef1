namespace Parley.Extraction.Analysis;

/// <summary>Sees that a sentence tells of fighting.</summary>
internal static class Fighting
{
    public static bool In(Reading reading) => In(reading, reading.Tokens.Length);

    /// <summary>The same of its tokens before one.</summary>
    public static bool In(Reading reading, int before)
    {
        for (var i = 0; i < before; i++)
        {
            if (reading.Tokens[i].Word is { IsOfFighting: true })
                return true;
        }

        return false;
    }
}
