using System.Runtime.InteropServices;

namespace Parley.Tests;

/// <summary>The processor time of the calling thread: what it computes in, and not what it waits in while others have the core.</summary>
internal static partial class ThreadTime
{
    // CLOCK_THREAD_CPUTIME_ID of Linux' time.h.
    private const int OfThread = 3;
    private const long NanosecondsASecond = 1_000_000_000;

    /// <summary>So far, in nanoseconds.</summary>
    public static long Nanoseconds => ReadClock(OfThread, out var time) == 0
        ? (time.Seconds * NanosecondsASecond) + time.Nanoseconds
        : throw new InvalidOperationException("the processor time of a thread cannot be read here");

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
