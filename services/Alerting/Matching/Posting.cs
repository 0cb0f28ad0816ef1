using Parley.Alerting.Subscriptions;

namespace Parley.Alerting.Matching;

/// <summary>A subscription at one of its keys.</summary>
/// <param name="Terms">What it asks of a change besides the key.</param>
/// <param name="Subscription">Itself.</param>
internal readonly record struct Posting(Terms Terms, Subscription Subscription);
