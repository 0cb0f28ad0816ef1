using System.Globalization;

namespace Parley.Reliability.Tests.Running;

/// <summary>How often each fault is tried, each time at another moment. PARLEY_FAULT_ROUNDS asks for more than one.</summary>
internal static class FaultRounds
{
    private static readonly int Count = int.Parse(Environment.GetEnvironmentVariable("PARLEY_FAULT_ROUNDS") ?? "1", CultureInfo.InvariantCulture);

    /// <summary>The numbers that the moments are made from, the same in every run.</summary>
    public static IEnumerable<int> Seeds => Enumerable.Range(1, Count);
}
