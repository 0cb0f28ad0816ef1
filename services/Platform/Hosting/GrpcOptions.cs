using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Parley.Platform.Security;

namespace Parley.Platform.Hosting;

/// <summary>Where a service's gRPC listens and what it takes. Section <c>Parley:Grpc</c>.</summary>
public sealed class GrpcOptions : IValidatableObject
{
    /// <summary>The section's name in the configuration.</summary>
    public const string Section = "Parley:Grpc";

    /// <summary>IP address to listen on; <c>0.0.0.0</c> or <c>::</c> for all. Beyond loopback it needs keys and TLS.</summary>
    [Required]
    public string Address { get; set; } = "127.0.0.1";

    /// <summary>Port to listen on; 0 for a free one.</summary>
    [Range(0, 65535)]
    public int Port { get; set; }

    /// <summary>PEM file with the certificate that the service shows, and those of its issuers; without it there is no TLS.</summary>
    public string? Certificate { get; set => field = string.IsNullOrEmpty(value) ? null : value; }

    /// <summary>PEM file with the certificate's private key.</summary>
    public string? CertificateKey { get; set => field = string.IsNullOrEmpty(value) ? null : value; }

    /// <summary>File of API keys, a line each (<c>parley keys</c> writes it); without it no key is asked for.</summary>
    public string? Keys { get; set => field = string.IsNullOrEmpty(value) ? null : value; }

    /// <summary>Largest message that is taken, in bytes.</summary>
    [Range(1024, 64 * 1024 * 1024)]
    public int MaxMessageBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>Seconds after which a unary call ends with DEADLINE_EXCEEDED, where the caller sets no deadline; streams have none.</summary>
    [Range(1, 3600)]
    public int DefaultDeadlineSeconds { get; set; } = 30;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IPAddress.TryParse(Address, out var address))
            yield return new ValidationResult("is not an IP address", [nameof(Address)]);
        else if (!IPAddress.IsLoopback(address) && (Certificate is null || Keys is null))
            yield return new ValidationResult("is no loopback address such as 127.0.0.1; beyond it Certificate, CertificateKey and Keys are needed", [nameof(Address)]);
        if (Certificate is null != CertificateKey is null)
            yield return new ValidationResult("is missing, or the other half of it is not needed", [Certificate is null ? nameof(Certificate) : nameof(CertificateKey)]);
        foreach (var (name, wrong) in WrongFiles())
            yield return new ValidationResult(wrong, [name]);
    }

    /// <summary>Files that cannot be used are found at the start, not at the first call.</summary>
    private IEnumerable<(string Name, string Wrong)> WrongFiles()
    {
        if (Keys is not null && Trying(() => ApiKeyFile.Parse(File.ReadLines(Keys))) is { } keys)
            yield return (nameof(Keys), $"cannot be used: {keys}");
        if (Certificate is not null && CertificateKey is not null && Trying(() => X509Certificate2.CreateFromPemFile(Certificate, CertificateKey).Dispose()) is { } pair)
            yield return (nameof(Certificate), $"cannot be used: {pair}");
    }

    private static string? Trying(Action read)
    {
        try
        {
            read();
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException or CryptographicException)
        {
            return e.Message;
        }
    }
}
