using System.Collections.Frozen;
using System.Globalization;
using Parley.Extraction.Analysis;

namespace Parley.Benchmarks.Analysis;

/// <summary>
/// The floor under reading a text: cut it into words, and look each up among the words of names and triggers. It allocates nothing, understands nothing, and
/// no program that looks at every word can be much faster.
/// </summary>
internal sealed class PlainTokeniser
{
    private const int LongestWord = 64;

    // Names of parties and persons, the nouns for talks and ceasefires, and the verbs that say what became of them.
    private static readonly string[] Files = ["states", "groups", "organisations", "historical", "other-names", "persons", "offices", "events", "frames", "verbs"];

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _known = Words().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How many words a text has.</summary>
    public static int Count(string text)
    {
        var count = 0;
        for (var rest = text.AsSpan(); Next(ref rest, out _);)
            count++;
        return count;
    }

    /// <summary>How many of its words are of a name or a trigger.</summary>
    public int CountKnown(string text)
    {
        Span<char> folded = stackalloc char[LongestWord];
        var count = 0;
        for (var rest = text.AsSpan(); Next(ref rest, out var word);)
        {
            if (word.Length <= LongestWord && _known.Contains(folded[..word.ToLowerInvariant(folded)]))
                count++;
        }

        return count;
    }

    private static bool Next(ref ReadOnlySpan<char> rest, out ReadOnlySpan<char> word)
    {
        var start = 0;
        while (start < rest.Length && !char.IsLetterOrDigit(rest[start]))
            start++;
        var end = start;
        while (end < rest.Length && char.IsLetterOrDigit(rest[end]))
            end++;
        word = rest[start..end];
        rest = rest[end..];
        return word.Length > 0;
    }

    private static FrozenSet<string> Words()
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in Files)
        {
            using var stream = typeof(Analyzer).Assembly.GetManifestResourceStream($"Knowledge/{file}.txt")
                ?? throw new InvalidOperationException($"the knowledge has no file {file}.txt");
            using var reader = new StreamReader(stream);
            while (reader.ReadLine() is { } line)
            {
                for (var rest = line.AsSpan(); line is not ['#', ..] && Next(ref rest, out var word);)
                    words.Add(word.ToString().ToLower(CultureInfo.InvariantCulture));
            }
        }

        return words.ToFrozenSet(StringComparer.Ordinal);
    }
}
