using System.Diagnostics;

namespace Parley.Tests;

/// <summary>Waits for what will come true by itself, and says what it saw last where it does not.</summary>
internal static class Eventually
{
    /// <summary>Only a failure waits so long. MassTransit pauses up to 30 s between two tries to reach a broker, and one may come just too early.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(15);

    /// <summary>Looks until it is right.</summary>
    /// <returns>What was seen then.</returns>
    public static async Task<T> SeeAsync<T>(string what, Func<Task<T>> look, Func<T, bool> right)
    {
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(PollInterval))
        {
            var seen = await look();
            if (right(seen))
                return seen;
            if (waited.Elapsed > Patience)
                throw new TimeoutException($"After {Patience.TotalSeconds:0} s still not so: {what}. Last seen: {seen}");
        }
    }

    /// <summary>Looks until it equals the value.</summary>
    public static Task<T> BeAsync<T>(T wanted, string what, Func<Task<T>> look) =>
        SeeAsync($"{what} is {wanted}", look, seen => EqualityComparer<T>.Default.Equals(seen, wanted));
}
