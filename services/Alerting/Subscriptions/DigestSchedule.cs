namespace Parley.Alerting.Subscriptions;

/// <summary>When digests are sent.</summary>
/// <param name="Every">How often.</param>
/// <param name="At">At what time of the day; of an hourly digest the minutes count.</param>
/// <param name="Day">On which day, of a weekly one.</param>
/// <param name="TimeZone">IANA name of the zone that the time is of, such as <c>Europe/Oslo</c>.</param>
public sealed record DigestSchedule(DigestInterval Every, TimeOnly At, DayOfWeek Day, string TimeZone);
