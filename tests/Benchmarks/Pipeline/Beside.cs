namespace Parley.Benchmarks.Pipeline;

/// <summary>What was measured of the four services, and of MassTransit alone beside them.</summary>
/// <param name="Ours">Of the four services.</param>
/// <param name="Alone">Of MassTransit alone.</param>
internal sealed record Beside<T>(T Ours, T Alone);
