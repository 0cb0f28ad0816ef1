namespace Parley.Tests.Stories;

/// <summary>
/// Alerts against what was worth one. An article is worth an alert for an event that it tells as news, if it arrived within a day of its
/// publication, no article before it told a later step, and either none told of the event, or the step has another status than the
/// latest that was told, or it states another day for what is still ahead. Each is worth one alert: the first, by this or a
/// later article that tells the same step, with the step's status, for an entry that has most of its steps from that event. Any other alert is false.
/// </summary>
/// <param name="Alerts">How many were raised.</param>
/// <param name="False">How many of them are false.</param>
/// <param name="Due">How many there should have been.</param>
/// <param name="Missed">How many of these were not raised.</param>
internal readonly record struct AlertScore(int Alerts, int False, int Due, int Missed)
{
    /// <summary>Of the alerts raised.</summary>
    public double FalseShare => Alerts == 0 ? 0 : (double)False / Alerts;

    /// <summary>Of the alerts due.</summary>
    public double MissedShare => Due == 0 ? 0 : (double)Missed / Due;

    /// <summary>Of two worlds together.</summary>
    public static AlertScore operator +(AlertScore a, AlertScore b) =>
        new(a.Alerts + b.Alerts, a.False + b.False, a.Due + b.Due, a.Missed + b.Missed);
}
