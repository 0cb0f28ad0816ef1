using System.Security.Cryptography;

namespace Parley.LocalServers;

/// <summary>A server's password, kept beside its data in a file that only its owner can read.</summary>
internal static class Secret
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "password";

    /// <summary>The folder's password, else a new one.</summary>
    public static async Task<string> OfAsync(ServerFolder folder, CancellationToken cancel)
    {
        var file = folder.File(FileName);
        return File.Exists(file) ? (await File.ReadAllTextAsync(file, cancel)).TrimEnd() : RandomNumberGenerator.GetHexString(32, lowercase: true);
    }
}
