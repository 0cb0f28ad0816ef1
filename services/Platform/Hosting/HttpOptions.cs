using System.ComponentModel.DataAnnotations;
using System.Net;
using Microsoft.Extensions.Configuration;

namespace Parley.Platform.Hosting;

/// <summary>Where the pages of a service listen, for what speaks HTTP/1.1 and no gRPC. Section <c>Parley:Http</c>; without a port there are none.</summary>
public sealed class HttpOptions : IValidatableObject
{
    /// <summary>The section's name in the configuration.</summary>
    public const string Section = "Parley:Http";

    /// <summary>IP address to listen on; <c>0.0.0.0</c> or <c>::</c> for all. Beyond loopback it needs TLS, with the certificate of <see cref="GrpcOptions"/>.</summary>
    [Required]
    public string Address { get; set; } = "127.0.0.1";

    /// <summary>Port to listen on; 0 for a free one. Nothing listens where it is absent.</summary>
    [Range(0, 65535)]
    public int? Port { get; set; }

    /// <summary>How readers reach it from outside, such as <c>https://parley.example</c>; the listener's own address if empty.</summary>
    public string? PublicBase { get; set => field = string.IsNullOrEmpty(value) ? null : value; }

    /// <summary>Whether nobody beyond this machine can reach it.</summary>
    internal bool IsLoopback => IPAddress.IsLoopback(IPAddress.Parse(Address));

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IPAddress.TryParse(Address, out _))
            yield return new ValidationResult("is not an IP address", [nameof(Address)]);
        if (PublicBase is not null && !(Uri.TryCreate(PublicBase, UriKind.Absolute, out var page) && page.Scheme is "http" or "https" && page.Host.Length > 0
            && page.Query.Length + page.Fragment.Length + page.UserInfo.Length == 0))
            yield return new ValidationResult("is not an http:// or https:// address without query", [nameof(PublicBase)]);
    }

    /// <summary>Reads the section.</summary>
    /// <exception cref="ConfigurationException">Something in it is wrong, or the listener would send what is secret readable for everybody on the way.</exception>
    internal static HttpOptions Read(IConfiguration configuration, GrpcOptions grpc)
    {
        var options = OptionsReader.Read<HttpOptions>(configuration, Section);
        // No keys: who reads a page may have no way to send one, and then its address is the secret.
        return options.Port is null || options.IsLoopback || grpc.Certificate is not null
            ? options
            : throw new ConfigurationException([OptionsReader.Line(
                Section, nameof(Address),
                $"is no loopback address such as 127.0.0.1; beyond it {GrpcOptions.Section}:{nameof(GrpcOptions.Certificate)} and {nameof(GrpcOptions.CertificateKey)} are needed")]);
    }
}
