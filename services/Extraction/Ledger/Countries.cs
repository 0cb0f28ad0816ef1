using System.Collections.Frozen;

namespace Parley.Extraction.Ledger;

/// <summary>Countries by their folded usual names: Knowledge/ledger/countries.tsv.</summary>
internal static class Countries
{
    private static readonly FrozenDictionary<string, string> ByName = LedgerKnowledge.Rows("countries.tsv")
        .DistinctBy(r => r[1]).ToFrozenDictionary(r => Telling.Fold(r[1])!, r => r[0], StringComparer.Ordinal);

    /// <summary>The ISO codes of all.</summary>
    public static IEnumerable<string> Codes => ByName.Values;

    private static readonly FrozenSet<string> All = ByName.Values.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>It is the ISO code of a country.</summary>
    public static bool IsCode(string id) => All.Contains(id);

    /// <summary>The ISO code of the country of that folded name; null where none is called so.</summary>
    public static string? Code(string? foldedName) => foldedName is not null && ByName.TryGetValue(foldedName, out var code) ? code : null;
}
