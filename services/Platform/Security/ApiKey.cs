using System.Security.Cryptography;
using System.Text;
using Parley.Protocol.Type.V1;

namespace Parley.Platform.Security;

/// <summary>An API key as a service knows it: who holds it, what it may do, and a hash from which it cannot be had.</summary>
/// <param name="Name">Whom or what it was given to, for logs and for taking it back: letters, digits, <c>.</c>, <c>-</c> and <c>_</c>.</param>
/// <param name="Scopes">What it may do; at least one.</param>
/// <param name="Hash">SHA-256 of the key in lower-case hexadecimal digits. A key has 256 random bits, so a slow hash would add nothing.</param>
public sealed record ApiKey(string Name, IReadOnlySet<Scope> Scopes, string Hash)
{
    /// <summary>With it a key is known for what it is where it should not be, in a log or in a repository.</summary>
    private const string Prefix = "parley_";

    private const int Bytes = 32;

    /// <summary>A new key, as its holder has it. It is shown once and stored nowhere.</summary>
    public static string NewSecret() =>
        Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    /// <summary>The hash of a key.</summary>
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
