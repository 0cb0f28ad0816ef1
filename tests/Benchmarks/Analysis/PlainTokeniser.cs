using System.Collections.Frozen;
using System.Globalization;
using Parley.Extraction.Analysis;

namespace Parley.Benchmarks.Analysis;

/// <summary>
/// The floor under reading a text: cut it into words and look up the names and triggers, the longest that begins at each word, in one pass. It allocates nothing,
/// understands nothing, and no program that looks at every word can be much faster.
/// </summary>
internal sealed class PlainTokeniser
{
    private const int LongestWord = 64;

    // Names of parties and persons, the nouns for talks and ceasefires, and the verbs that say what became of them.
    private static readonly string[] Files = ["states", "groups", "organisations", "historical", "other-names", "persons", "offices", "events", "frames", "verbs"];

    private static readonly char[] Separators = ['|', ';'];

    // Each word by its number, and where a phrase goes on from: the number of its words so far, and the next word's.
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly FrozenDictionary<long, int> _steps;
    private readonly bool[] _ends;

    /// <summary>Reads the names and triggers of the program's knowledge.</summary>
    public PlainTokeniser()
    {
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        var steps = new Dictionary<long, int>();
        var ends = new List<bool> { false };
        foreach (var phrase in Phrases())
        {
            var node = 0;
            for (var rest = phrase.AsSpan(); Next(ref rest, out var word);)
            {
                var text = word.ToString().ToLower(CultureInfo.InvariantCulture);
                if (!words.TryGetValue(text, out var number))
                    words[text] = number = words.Count + 1;
                if (!steps.TryGetValue(Step(node, number), out var next))
                {
                    steps[Step(node, number)] = next = ends.Count;
                    ends.Add(false);
                }

                node = next;
            }

            ends[node] = true;
        }

        _words = words.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _steps = steps.ToFrozenDictionary();
        _ends = [.. ends];
    }

    /// <summary>How many words a text has.</summary>
    public static int Count(string text)
    {
        var count = 0;
        for (var rest = text.AsSpan(); Next(ref rest, out _);)
            count++;
        return count;
    }

    /// <summary>How many names and triggers are in it.</summary>
    public int CountKnown(string text)
    {
        Span<char> folded = stackalloc char[LongestWord];
        var count = 0;
        for (var rest = text.AsSpan(); Next(ref rest, out var word);)
        {
            var (node, known) = (0, false);
            var end = rest;
            for (var behind = rest; ;)
            {
                if (word.Length > LongestWord || !_words.TryGetValue(folded[..word.ToLowerInvariant(folded)], out var number) || !_steps.TryGetValue(Step(node, number), out node))
                    break;
                if (_ends[node])
                {
                    known = true;
                    end = behind;
                }

                if (!Next(ref behind, out word))
                    break;
            }

            if (known)
            {
                count++;
                rest = end;
            }
        }

        return count;
    }

    private static long Step(int node, int word) => ((long)node << 32) | (uint)word;

    private static bool Next(scoped ref ReadOnlySpan<char> rest, out ReadOnlySpan<char> word)
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

    private static IEnumerable<string> Phrases()
    {
        foreach (var file in Files)
        {
            using var stream = typeof(Analyzer).Assembly.GetManifestResourceStream($"Knowledge/{file}.txt")
                ?? throw new InvalidOperationException($"the knowledge has no file {file}.txt");
            using var reader = new StreamReader(stream);
            while (reader.ReadLine() is { } line)
            {
                foreach (var phrase in line is ['#', ..] ? [] : line.Split(Separators))
                    yield return phrase;
            }
        }
    }
}
