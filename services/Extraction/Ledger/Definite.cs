using System.Collections.Frozen;

namespace Parley.Extraction.Ledger;

/// <summary>Whether a sentence speaks of talks or a truce as of something known: Knowledge/ledger/definite.tsv has the words.</summary>
internal static class Definite
{
    /// <summary>Words between "the" and "talks", at most.</summary>
    private const int Between = 3;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Before = Words("before");
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Nouns = Words("noun");

    public static bool Names(ReadOnlySpan<char> sentence)
    {
        // How many words there may still be until the noun; none where nothing definite is open, or a mark stands between.
        var left = 0;
        foreach (var range in new SentenceWords(sentence))
        {
            var word = sentence[range];
            if (left > 0 && Nouns.Contains(word)) return true;
            left = word.IsEmpty ? 0 : Before.Contains(word) ? Between + 1 : left - 1;
        }

        return false;
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(string kind) =>
        LedgerKnowledge.Rows("definite.tsv").Where(r => r[0] == kind).SelectMany(r => r[1].Split(' '))
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
