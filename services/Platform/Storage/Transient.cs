using Npgsql;

namespace Parley.Platform.Storage;

/// <summary>Tells faults that pass by themselves (a server that restarts, a deadlock) from those that stay.</summary>
public static class Transient
{
    /// <summary>Whether trying again later, unchanged, may succeed.</summary>
    public static bool Is(Exception exception) => exception switch
    {
        // 57P01 to 57P03 are a server that shuts down or starts up; Npgsql counts only the last as transient.
        PostgresException e => e.IsTransient || e.SqlState.StartsWith("57P0", StringComparison.Ordinal),
        NpgsqlException e => e.IsTransient || e.InnerException is IOException or System.Net.Sockets.SocketException or TimeoutException,
        TimeoutException => true,
        AggregateException e => e.InnerExceptions.Count > 0 && e.InnerExceptions.All(Is),
        _ => exception.InnerException is { } inner && Is(inner),
    };
}
