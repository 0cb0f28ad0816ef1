using Parley.Contracts;

namespace Parley.Extraction.Ledger;

/// <summary>An entry and the mentions that make it.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Current">The mention that gives its status.</param>
/// <param name="Mentions">Its mentions in the order of the fold, one for each step of its history; never empty.</param>
public sealed record FoldedEntry(Entry Entry, LedgerMention Current, IReadOnlyList<LedgerMention> Mentions);
