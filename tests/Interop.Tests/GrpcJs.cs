using System.Diagnostics;

namespace Parley.Interop.Tests;

/// <summary><c>@grpc/grpc-js</c> on Node.js, which reads the proto files.</summary>
public sealed class GrpcJs : ForeignClient
{
    private static readonly string Scripts = Path.Combine(Folder, "node");

    protected override (string Name, string Country, string Other, string ActorId) Own => ("grpc-js", "Peru", "Oman", "PER");

    protected override async Task PrepareAsync()
    {
        const string Install = "deploy/install-packages.sh nodejs npm";
        (await TryAsync("node", "--version")).ShouldBeNull($"Node.js is needed: {Install}");
        // Read where it stands, so that a lock file that has changed since is seen.
        var installed = new FileInfo(Path.Combine(Scripts, "node_modules", ".package-lock.json"));
        if (installed.Exists && installed.LastWriteTimeUtc >= File.GetLastWriteTimeUtc(Path.Combine(Scripts, "package-lock.json")))
            return;
        (await TryAsync("npm", "--version")).ShouldBeNull($"npm is needed: {Install}");
        (await TryAsync("npm", "ci", "--prefix", Scripts, "--ignore-scripts", "--loglevel=error")).ShouldBeNull($"npm ci --prefix {Scripts} failed");
    }

    protected override ProcessStartInfo Command(string target) => new("node", [Path.Combine(Scripts, "client.js"), target]);
}
