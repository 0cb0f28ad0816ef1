namespace Parley.LocalServers;

/// <summary>A private server did not start. The message ends with the last lines of the server's log.</summary>
public sealed class ServerStartException : Exception
{
    internal ServerStartException(string message) : base(message)
    {
    }

    internal ServerStartException(string message, Exception inner) : base(message, inner)
    {
    }

    /// <summary>Whether another program held the port that was chosen: another port may do.</summary>
    internal bool PortTaken => Message.Contains("Address already in use", StringComparison.OrdinalIgnoreCase)
        || Message.Contains("eaddrinuse", StringComparison.OrdinalIgnoreCase);
}
