using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Grpc.Core;

namespace Parley.Platform.Grpc;

/// <summary>
/// Opaque tokens of AIP-158: the position of the last row, marked with what it belongs to, so that a token of one method, or of a call with
/// other filters, is refused by another.
/// </summary>
public static class PageToken
{
    /// <summary>Enough to tell scopes apart; tokens are no secret and open nothing that the caller could not ask for.</summary>
    private const int DigestLength = 12;

    /// <summary>Makes a token.</summary>
    /// <param name="scope">What it belongs to: the method, and a digest of the filters where they must not change between pages.</param>
    /// <param name="position">Where the page ended.</param>
    public static string Make(string scope, string position) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Digest(scope) + position));

    /// <summary>Reads a token; null for an empty one.</summary>
    /// <param name="token">As the caller gave it.</param>
    /// <param name="scope">What it must belong to.</param>
    /// <param name="field">The request's field, for the error.</param>
    /// <exception cref="RpcException">INVALID_ARGUMENT: it is none of this scope.</exception>
    public static string? Read(string token, string scope, string field)
    {
        if (token.Length == 0)
            return null;
        var bytes = new byte[Base64Url.GetMaxDecodedLength(token.Length)];
        if (Base64Url.IsValid(token) && Base64Url.TryDecodeFromChars(token, bytes, out var length))
        {
            var text = Encoding.UTF8.GetString(bytes, 0, length);
            // A position goes into queries, and no part of one has a control character that the service has put there.
            if (text.StartsWith(Digest(scope), StringComparison.Ordinal) && !text.Any(char.IsControl))
                return text[DigestLength..];
        }

        throw GrpcErrors.Invalid(field, "is not a token of this method with these filters; begin again without it");
    }

    private static string Digest(string scope) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(scope)))[..DigestLength];

    /// <summary>The page size to use: the default for 0, never more than the most.</summary>
    /// <exception cref="RpcException">INVALID_ARGUMENT: it is negative.</exception>
    public static int Size(int asked, int byDefault, int most) => asked switch
    {
        < 0 => throw GrpcErrors.Invalid("page_size", "is negative"),
        0 => byDefault,
        _ => Math.Min(asked, most),
    };
}
