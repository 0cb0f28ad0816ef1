using System.Collections.Frozen;
using Parley.Extraction.Analysis;

namespace Parley.Extraction.Ledger.Dossiers;

/// <summary>
/// The country that an armed group, a rival government or a movement fights in or over: Knowledge/groups.txt, and the lands that are fought over
/// as a whole, Knowledge/ledger/lands.tsv.
/// </summary>
internal static class ConflictCountries
{
    private const int CodeLength = 3;

    private static readonly FrozenDictionary<string, string> OfGroups = KnowledgeFile.Read("groups.txt")
        .Where(line => line[2].Length > 0).DistinctBy(line => line[0]).ToFrozenDictionary(line => line[0], line => line[2], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Lands = LedgerKnowledge.Rows("lands.tsv").Select(r => r[0]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Null for states, organisations, and groups that no list has or that fight everywhere.</summary>
    public static string? Of(string party) => OfGroups.GetValueOrDefault(party) ?? (Lands.Contains(party) ? party : OfUnlisted(party));

    /// <summary>It is an armed group, a rival government or a movement that the list has.</summary>
    public static bool IsListed(string party) => OfGroups.ContainsKey(party);

    /// <summary>Rebels whom a text names by nothing but their country have an id of their own: <c>LKA.REB</c>.</summary>
    private static string? OfUnlisted(string party) =>
        party.IndexOf('.', StringComparison.Ordinal) == CodeLength && party.AsSpan(0, CodeLength).IndexOfAnyExceptInRange('A', 'Z') < 0 ? party[..CodeLength] : null;
}
