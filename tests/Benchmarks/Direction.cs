namespace Parley.Benchmarks;

/// <summary>On which side of its goal a figure ought to lie.</summary>
internal enum Direction
{
    AtLeast,
    Below,
    AtMost,
}
