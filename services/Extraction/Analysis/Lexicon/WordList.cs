using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Parley.Extraction.Analysis;

/// <summary>A list of words, asked for words of the text without making strings.</summary>
internal sealed class WordList(IEnumerable<string> words)
{
    private readonly FrozenSet<string> set = words.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The words, in no order.</summary>
    public IReadOnlyCollection<string> Words => set;

    public bool Has([NotNullWhen(true)] string? word) => word is not null && set.Contains(word);

    public bool Has(ReadOnlySpan<char> word) => set.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
}
