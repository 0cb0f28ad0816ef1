using Parley.Contracts;

namespace Parley.Extraction.Ledger;

/// <summary>What an arrival does to a part of the ledger.</summary>
/// <param name="Came">The mentions that come.</param>
/// <param name="Went">The ids of those that go.</param>
/// <param name="Holders">Each mention of the entries that are not what they were, with its entry.</param>
/// <param name="Changes">What is different, in order.</param>
/// <param name="Keys">The keys that it reaches: what has none of them is neither changed by it, nor does it make a difference to it.</param>
internal sealed record ArrivalOutcome(
    IReadOnlyList<Telling> Came,
    IReadOnlySet<string> Went,
    IReadOnlyList<(string Mention, string Entry)> Holders,
    IReadOnlyList<LedgerChange> Changes,
    HashSet<string> Keys);
