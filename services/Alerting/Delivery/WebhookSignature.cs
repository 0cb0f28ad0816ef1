using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Parley.Alerting.Delivery;

/// <summary>Signs requests by Standard Webhooks (https://www.standardwebhooks.com, v1).</summary>
internal static class WebhookSignature
{
    /// <summary>What a secret begins with, as people and programs get it.</summary>
    private const string Prefix = "whsec_";

    /// <summary>The specification wants 24 to 64; 32 are as much as the hash can use.</summary>
    private const int SecretBytes = 32;

    /// <summary>A secret that nobody has had.</summary>
    public static string NewSecret() => Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>The value of <c>webhook-signature</c>: a signature a secret, with spaces between.</summary>
    /// <param name="secrets">Those that are valid.</param>
    /// <param name="id">The value of <c>webhook-id</c>, without a full stop: these part what is signed.</param>
    /// <param name="timestamp">The value of <c>webhook-timestamp</c>: seconds since 1970.</param>
    /// <param name="body">What is sent.</param>
    public static string Header(IEnumerable<string> secrets, string id, long timestamp, ReadOnlySpan<byte> body)
    {
        byte[] signed = [.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}.")), .. body];
        return string.Join(' ', secrets.Select(secret => "v1," + Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret[Prefix.Length..]), signed))));
    }
}
