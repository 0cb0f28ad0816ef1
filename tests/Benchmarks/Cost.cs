namespace Parley.Benchmarks;

/// <summary>What one call of a benchmark takes.</summary>
/// <param name="Time">Of the fastest iteration.</param>
/// <param name="Bytes">Allocated, on the average.</param>
internal sealed record Cost(TimeSpan Time, long Bytes);
