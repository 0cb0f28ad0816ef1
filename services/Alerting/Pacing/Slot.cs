namespace Parley.Alerting.Pacing;

/// <summary>The message that an alert belongs in.</summary>
/// <param name="Kind">Why others may be in it.</param>
/// <param name="Key">What it gathers; alerts of the same kind and key go together while it is open.</param>
/// <param name="DueAt">When it goes out, where it is not open already.</param>
internal sealed record Slot(BatchKind Kind, string Key, DateTimeOffset DueAt);
