using Parley.Contracts;

namespace Parley.Alerting.Subscriptions;

/// <summary>A move of an entry's status.</summary>
/// <param name="From">The status before; null for any, and for an entry that is new.</param>
/// <param name="To">The status after; null for any other.</param>
public sealed record StatusMove(EntryStatus? From, EntryStatus? To);
