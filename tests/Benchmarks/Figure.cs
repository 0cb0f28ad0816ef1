namespace Parley.Benchmarks;

/// <summary>One measured number and what it ought to be.</summary>
/// <param name="Name">As scripts know it: <c>sentences_per_second</c>.</param>
/// <param name="Value">What was measured.</param>
/// <param name="Unit">What it counts.</param>
/// <param name="Goal">What it ought to be; null where it only explains another figure.</param>
/// <param name="Direction">On which side of the goal it ought to lie.</param>
internal sealed record Figure(string Name, double Value, string Unit, double? Goal = null, Direction Direction = Direction.AtLeast)
{
    /// <summary>Whether the goal is met; a figure without one misses none.</summary>
    public bool Ok => Goal is not { } goal || Direction switch
    {
        Direction.AtLeast => Value >= goal,
        Direction.AtMost => Value <= goal,
        _ => Value < goal,
    };
}
