using System.Runtime.InteropServices;
using Perfolizer.Horology;

namespace Parley.Benchmarks;

/// <summary>The processor time of the calling thread: what it computes in, and not what it waits in while others have the core.</summary>
internal sealed partial class ThreadClock : IClock
{
    // CLOCK_THREAD_CPUTIME_ID of Linux' time.h.
    private const int OfThread = 3;
    private const long NanosecondsASecond = 1_000_000_000;

    public string Title => "ThreadClock";

    public bool IsAvailable => true;

    public Frequency Frequency => new(NanosecondsASecond);

    public long GetTimestamp()
    {
        if (ReadClock(OfThread, out var time) != 0)
            throw new InvalidOperationException("the processor time of a thread cannot be read here");
        return (time.Seconds * NanosecondsASecond) + time.Nanoseconds;
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int ReadClock(int clock, out Time time);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Time
    {
        public readonly long Seconds;
        public readonly long Nanoseconds;
    }
}
