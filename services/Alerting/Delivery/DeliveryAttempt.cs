namespace Parley.Alerting.Delivery;

/// <summary>One try to deliver.</summary>
/// <param name="At">When.</param>
/// <param name="Took">How long it took.</param>
/// <param name="Delivered">The receiver has taken it.</param>
/// <param name="Outcome">What the receiver, or the way to him, said.</param>
internal sealed record DeliveryAttempt(DateTimeOffset At, TimeSpan Took, bool Delivered, string Outcome);
