using System.ComponentModel.DataAnnotations;
using System.Net;

namespace Parley.Platform.Hosting;

/// <summary>Where a service's gRPC listens and what it takes. Section <c>Parley:Grpc</c>.</summary>
public sealed class GrpcOptions : IValidatableObject
{
    /// <summary>The section's name in the configuration.</summary>
    public const string Section = "Parley:Grpc";

    /// <summary>IP address to listen on. Only a loopback address is taken: there are no keys and no TLS yet.</summary>
    [Required]
    public string Address { get; set; } = "127.0.0.1";

    /// <summary>Port to listen on; 0 for a free one.</summary>
    [Range(0, 65535)]
    public int Port { get; set; }

    /// <summary>Largest message that is taken, in bytes.</summary>
    [Range(1024, 64 * 1024 * 1024)]
    public int MaxMessageBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>Seconds after which a call other than a stream of answers ends with DEADLINE_EXCEEDED, where the caller sets no deadline.</summary>
    [Range(1, 3600)]
    public int DefaultDeadlineSeconds { get; set; } = 30;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IPAddress.TryParse(Address, out var address))
            yield return new ValidationResult("is not an IP address", [nameof(Address)]);
        else if (!IPAddress.IsLoopback(address))
            yield return new ValidationResult("must be a loopback address such as 127.0.0.1: beyond it Parley would answer anyone", [nameof(Address)]);
    }
}
