using System.Collections.Frozen;
using Parley.Extraction.Analysis;

namespace Parley.Extraction.Ledger;

/// <summary>Armed groups and other sides of a war: whose truce it is tells one truce from another.</summary>
internal static class Groups
{
    private static readonly FrozenSet<string> Others = Countries.Codes
        .Concat(KnowledgeFile.Read("states.txt").Select(r => r[0]))
        .Concat(KnowledgeFile.Read("organisations.txt").Select(r => r[0]))
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Neither a state, nor an organisation, nor a person; and not the rebels of a country without a name, who may be any group of it.</summary>
    public static bool IsGroup(string party) =>
        !Others.Contains(party) && !char.IsLower(party[0]) && !party.EndsWith(".REB", StringComparison.Ordinal) && !party.EndsWith(".OPP", StringComparison.Ordinal);
}
