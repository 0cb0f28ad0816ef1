namespace Parley.Platform.Messaging;

/// <summary>How long to wait before the next try: doubling from 100 ms to 5 s, with a quarter of jitter so that copies do not march in step.</summary>
internal static class Backoff
{
    public static TimeSpan After(int failures)
    {
        var milliseconds = Math.Min(5000, 100 * Math.Pow(2, Math.Min(failures, 10) - 1));
        return TimeSpan.FromMilliseconds(milliseconds * (1 + (Random.Shared.NextDouble() / 4)));
    }
}
