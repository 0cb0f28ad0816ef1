using Parley.Contracts;
using Parley.Extraction.Ledger;

namespace Parley.Tests.Stories;

/// <summary>A ledger that takes articles in one after the other.</summary>
/// <param name="mentions">Of one article, in the order of its analysis; may be empty.</param>
/// <param name="at">When it arrived.</param>
/// <returns>What changed by it.</returns>
internal delegate IReadOnlyList<LedgerChange> TakeIn(IReadOnlyList<LedgerMention> mentions, DateTimeOffset at);
