namespace Parley.LocalServers;

/// <summary>A server's programs are not on this machine. The message holds the command that installs them.</summary>
public sealed class ServerMissingException : Exception
{
    internal ServerMissingException(string server, string package)
        : base($"{server} is not installed. Install it with: apt-get install {package}") => Package = package;

    /// <summary>The Debian package that brings the server.</summary>
    public string Package { get; }
}
