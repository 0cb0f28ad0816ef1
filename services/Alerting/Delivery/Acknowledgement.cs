namespace Parley.Alerting.Delivery;

/// <summary>Somebody has seen to an alert.</summary>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
internal sealed record Acknowledgement(string By, DateTimeOffset At);
