using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Parley.Platform.Grpc;

namespace Parley.Cli.Running;

/// <summary>Key and authorities as the environment gives them. There is no option for the key: a command line can be read by anyone on the machine.</summary>
internal static class Access
{
    private const string Key = "PARLEY_KEY";
    private const string KeyFile = "PARLEY_KEY_FILE";
    private const string Authorities = "PARLEY_CA";

    /// <exception cref="UsageException">A file that the environment names cannot be read.</exception>
    public static GrpcAccess OfEnvironment() => new()
    {
        Key = Given(Key) ?? (Given(KeyFile) is { } file ? Read(KeyFile, file, path => File.ReadAllText(path).Trim()) : null),
        Authorities = Given(Authorities) is { } authorities ? Read(Authorities, authorities, Certificates) : null,
    };

    private static string? Given(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;

    private static X509Certificate2Collection Certificates(string path)
    {
        var certificates = new X509Certificate2Collection();
        certificates.ImportFromPemFile(path);
        return certificates;
    }

    private static T Read<T>(string variable, string path, Func<string, T> read)
    {
        try
        {
            return read(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new UsageException($"{variable} names {path}, which cannot be read: {e.Message}");
        }
    }
}
