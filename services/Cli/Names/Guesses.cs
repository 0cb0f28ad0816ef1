namespace Parley.Cli.Names;

/// <summary>What a person may have meant by a word that no list has.</summary>
internal static class Guesses
{
    /// <summary>Typing errors that a word may hold to be taken for another; short words would all be near one another.</summary>
    private const int MostErrors = 2;
    private const int ShortestGuess = 4;
    private const int MostGuesses = 3;

    /// <summary>That no list has it, and what is near it.</summary>
    /// <param name="what">What it was typed as: <c>actor</c>.</param>
    /// <param name="typed">The word.</param>
    /// <param name="folded">The word, folded.</param>
    /// <param name="known">What there is, each with how it is told and its folded names.</param>
    public static string Remark(string what, string typed, string folded, IEnumerable<(string Told, IEnumerable<string> Names)> known)
    {
        var near = folded.Length < ShortestGuess
            ? []
            : known.Select(k => (k.Told, Errors: k.Names.Min(n => Errors(folded, n)))).Where(k => k.Errors <= MostErrors).OrderBy(k => k.Errors).Take(MostGuesses).Select(k => k.Told).ToList();
        return $"no list has the {what} {typed}; it is taken as it is{(near.Count == 0 ? "" : $". Did you mean {string.Join(" or ", near)}?")}";
    }

    /// <summary>Letters to change, add or leave out to make one word of the other (Levenshtein 1966); more than allowed counts as very many.</summary>
    private static int Errors(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > MostErrors)
            return int.MaxValue;
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)));
        }

        return row[^1];
    }
}
