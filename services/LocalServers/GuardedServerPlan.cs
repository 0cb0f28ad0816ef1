namespace Parley.LocalServers;

/// <summary>How to run a server under its guard.</summary>
internal sealed record GuardedServerPlan
{
    /// <summary>The server's name, for messages.</summary>
    public required string Server { get; init; }

    /// <summary>Where it keeps everything; its log is <c>server.log</c> there.</summary>
    public required ServerFolder Folder { get; init; }

    /// <summary>Whether the folder goes when the server does.</summary>
    public required bool Throwaway { get; init; }

    /// <summary>The signal that stops it.</summary>
    public required string StopSignal { get; init; }

    /// <summary>The program and its arguments. It must become the server, not start it as a child.</summary>
    public required IReadOnlyList<string> Command { get; init; }

    /// <summary>Files to write into the folder before the start, by name; only their owner can read them.</summary>
    public required IReadOnlyDictionary<string, string> Files { get; init; }

    /// <summary>Variables of its environment.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>Whether the server with this process id accepts connections by now.</summary>
    public required Func<int, CancellationToken, Task<bool>> IsReady { get; init; }

    /// <summary>How long it may take until it does.</summary>
    public required TimeSpan StartTimeout { get; init; }
}
