using Parley.Tests;
using Perfolizer.Horology;

namespace Parley.Benchmarks;

/// <summary><see cref="ThreadTime"/> for BenchmarkDotNet.</summary>
internal sealed class ThreadClock : IClock
{
    private const long NanosecondsASecond = 1_000_000_000;

    public string Title => "ThreadClock";

    public bool IsAvailable => true;

    public Frequency Frequency => new(NanosecondsASecond);

    public long GetTimestamp() => ThreadTime.Nanoseconds;
}
