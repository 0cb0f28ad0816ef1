using System.Security.Cryptography;

namespace Parley.LocalServers;

/// <summary>The folder that holds all that a private server keeps.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Account">Who owns it.</param>
internal sealed record ServerFolder(string Path, ServiceAccount Account)
{
    /// <summary>Settles where a server's folder will be; makes nothing yet.</summary>
    public static ServerFolder Choose(string? wanted, bool throwaway, string server, ServiceAccount account)
    {
        var path = System.IO.Path.GetFullPath(wanted ?? (throwaway ? Temporary(server, account) : Lasting(server)));
        if (account.BlockedAt(path) is { } closed)
        {
            throw new ServerStartException(
                $"The user {account.Name} runs {server} and cannot reach {path}: {closed} is closed to it. Choose a folder elsewhere, such as under /var/lib.");
        }

        if (throwaway && Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any())
        {
            throw new ServerStartException($"{path} is not empty: a throw-away server removes its folder and takes none that holds something.");
        }

        return new ServerFolder(path, account);
    }

    /// <summary>A file of the folder.</summary>
    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Makes the folder, open to its owner only.</summary>
    public async Task CreateAsync(CancellationToken cancel)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        await Command.RunAsync("install", ["-d", "-m", "0700", .. Account.Owner, Path], "", cancel);
    }

    /// <summary>Writes a file that only the owner can read.</summary>
    public Task WriteAsync(string name, string content, CancellationToken cancel) =>
        Command.RunAsync("install", ["-m", "0600", .. Account.Owner, "/dev/stdin", File(name)], content, cancel);

    private static string Temporary(string server, ServiceAccount account)
    {
        var name = $"parley-{server}-{RandomNumberGenerator.GetHexString(10, lowercase: true)}";
        string[] bases = [System.IO.Path.GetTempPath(), "/tmp", "/var/tmp"];
        return bases.Select(b => System.IO.Path.Combine(b, name)).FirstOrDefault(p => account.BlockedAt(p) is null)
            ?? System.IO.Path.Combine(bases[0], name);
    }

    private static string Lasting(string server) => Environment.IsPrivilegedProcess
        ? System.IO.Path.Combine("/var/lib/parley", server)
        : System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "parley", server);
}
