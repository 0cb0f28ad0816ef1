namespace Parley.LocalServers;

/// <summary>The user that a server runs as: its own where root starts it (PostgreSQL refuses to be root), else whoever starts it.</summary>
/// <param name="Name">The user's name; null for the user of this process.</param>
/// <param name="Group">The id of the user's group.</param>
internal sealed record ServiceAccount(string? Name, string Group)
{
    /// <summary>The user of this process.</summary>
    public static ServiceAccount Current { get; } = new(null, "");

    /// <summary>The account <paramref name="name"/> for root where the machine has it, else the current one.</summary>
    public static ServiceAccount For(string name)
    {
        if (!Environment.IsPrivilegedProcess) return Current;

        // name:password:uid:gid:…
        var line = File.ReadLines("/etc/passwd").FirstOrDefault(l => l.StartsWith(name + ":", StringComparison.Ordinal));
        return line is null ? Current : new ServiceAccount(name, line.Split(':')[3]);
    }

    /// <summary>What stands before a command so that it runs as this user and gets <paramref name="signal"/> when its parent dies.</summary>
    public IReadOnlyList<string> Prefix(string signal) =>
    [
        "setpriv", "--pdeathsig", signal,
        .. Name is null ? (string[])[] : [$"--reuid={Name}", $"--regid={Group}", "--init-groups"],
        "--",
    ];

    /// <summary>The arguments that make <c>install</c> give a file to this user.</summary>
    public IReadOnlyList<string> Owner => Name is null ? [] : ["-o", Name, "-g", Group];

    /// <summary>The first folder on the way to <paramref name="folder"/> that this user cannot pass through; null where the way is free.</summary>
    public string? BlockedAt(string folder)
    {
        if (Name is null) return null;

        return Ancestors(folder).FirstOrDefault(a => Directory.Exists(a) && !File.GetUnixFileMode(a).HasFlag(UnixFileMode.OtherExecute));
    }

    private static IEnumerable<string> Ancestors(string folder)
    {
        for (var at = Path.GetDirectoryName(folder); !string.IsNullOrEmpty(at); at = Path.GetDirectoryName(at)) yield return at;
    }
}
