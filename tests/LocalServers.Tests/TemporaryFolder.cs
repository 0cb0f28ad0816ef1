namespace Parley.LocalServers.Tests;

internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder()
    {
        // Directory.CreateTempSubdirectory closes it to other users, and the servers run as other users where root tests.
        Path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "parley-test-" + Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(Path);
    }

    public string Path { get; }

    public string Below(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
