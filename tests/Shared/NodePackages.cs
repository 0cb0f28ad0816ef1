namespace Parley.Tests;

/// <summary>Packages of npm that tests call, as a folder's lock file names them.</summary>
internal static class NodePackages
{
    private const string Install = "deploy/install-packages.sh nodejs npm";

    private static readonly SemaphoreSlim One = new(1);

    /// <summary>Installs what is not installed yet; fails with the command where something is missing.</summary>
    /// <param name="folder">Where the lock file is, read where it stands, so that one that has changed since is seen.</param>
    public static async Task InstallAsync(string folder)
    {
        await One.WaitAsync();
        try
        {
            (await OtherPrograms.TryAsync("node", "--version")).ShouldBeNull($"Node.js is needed: {Install}");
            var installed = new FileInfo(Path.Combine(folder, "node_modules", ".package-lock.json"));
            if (installed.Exists && installed.LastWriteTimeUtc >= File.GetLastWriteTimeUtc(Path.Combine(folder, "package-lock.json")))
                return;
            (await OtherPrograms.TryAsync("npm", "--version")).ShouldBeNull($"npm is needed: {Install}");
            (await OtherPrograms.TryAsync("npm", "ci", "--prefix", folder, "--ignore-scripts", "--loglevel=error")).ShouldBeNull($"npm ci --prefix {folder} failed");
        }
        finally
        {
            One.Release();
        }
    }
}
