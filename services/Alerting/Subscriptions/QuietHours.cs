namespace Parley.Alerting.Subscriptions;

/// <summary>When a subscriber is left alone.</summary>
/// <param name="From">The time of the day at which it begins.</param>
/// <param name="To">The time at which it ends, on the next day where it is not after <paramref name="From"/>.</param>
/// <param name="Days">The days on which it begins; empty for every day.</param>
/// <param name="TimeZone">IANA name of the zone that the times are of.</param>
public sealed record QuietHours(TimeOnly From, TimeOnly To, IReadOnlyList<DayOfWeek> Days, string TimeZone);
