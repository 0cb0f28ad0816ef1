namespace Parley.LocalServers;

/// <summary>What kind of private PostgreSQL to start.</summary>
public sealed record PrivatePostgresOptions
{
    /// <summary>
    /// Whether the data may go: the server then never waits for the disk, and its folder is removed when it is disposed of or its
    /// owner dies. Otherwise the folder stays, and a later start continues on it.
    /// </summary>
    public bool Throwaway { get; init; } = true;

    /// <summary>
    /// The folder of the cluster, its password and its log. Null: a new temporary one for a throw-away server, else
    /// <c>/var/lib/parley/postgres</c> for root and <c>~/.local/share/parley/postgres</c> for others. When root starts the server,
    /// the user <c>postgres</c> runs it and must be able to reach this folder.
    /// </summary>
    public string? Folder { get; init; }

    /// <summary>The TCP port on 127.0.0.1. Null: a free one.</summary>
    public int? Port { get; init; }

    /// <summary>Further server settings (<c>shared_buffers</c> to <c>512MB</c>); they win over those set here.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>How long the server may take to accept connections.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(60);
}
