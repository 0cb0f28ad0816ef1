using System.Collections.Frozen;
using System.Globalization;

namespace Parley.Extraction.Ledger;

/// <summary>Which round of talks a sentence speaks of, where it counts them: Knowledge/ledger/rounds.tsv has the words.</summary>
internal static class Rounds
{
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Ordinals = LedgerKnowledge.Rows("rounds.tsv")
        .ToFrozenDictionary(r => r[0], r => int.Parse(r[1], CultureInfo.InvariantCulture), StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The number of the round; null where the sentence counts none, or speaks of several.</summary>
    public static int? NumberIn(ReadOnlySpan<char> sentence)
    {
        int? number = null;
        var (counted, left) = (0, 0);
        foreach (var range in new SentenceWords(sentence))
        {
            var word = sentence[range];
            if (left > 0 && word.Equals("round", StringComparison.OrdinalIgnoreCase))
            {
                if (number is { } other && other != counted) return null;
                number = counted;
            }

            (counted, left) = word.IsEmpty ? (0, 0) : Ordinals.TryGetValue(word, out var ordinal) ? (ordinal, 2) : (counted, left - 1);
        }

        return number;
    }
}
