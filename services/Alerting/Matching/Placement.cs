using Parley.Alerting.Subscriptions;

namespace Parley.Alerting.Matching;

/// <summary>Where a subscription is posted in an index.</summary>
/// <param name="Subscription">Itself.</param>
/// <param name="Asked">The lists of all keys that it asks for.</param>
/// <param name="At">Its postings.</param>
/// <param name="Condition">The condition that it shares with others; null for none.</param>
internal sealed record Placement(Subscription Subscription, IReadOnlyList<PostingList> Asked, IReadOnlyList<(PostingList List, Posting Posting)> At, Condition? Condition);
