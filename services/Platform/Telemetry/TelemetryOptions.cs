using System.ComponentModel.DataAnnotations;

namespace Parley.Platform.Telemetry;

/// <summary>Where traces go. Section <c>Parley:Telemetry</c>.</summary>
public sealed class TelemetryOptions : IValidatableObject
{
    /// <summary>The section's name in the configuration.</summary>
    public const string Section = "Parley:Telemetry";

    /// <summary>Address of an OpenTelemetry collector (OTLP over gRPC), such as <c>http://127.0.0.1:4317</c>; empty to send none.</summary>
    public string? OtlpEndpoint { get; set; }

    /// <summary>Share of articles that are traced, 0 to 1.</summary>
    [Range(0.0, 1.0)]
    public double SampleRatio { get; set; } = 1;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrEmpty(OtlpEndpoint) && !(Uri.TryCreate(OtlpEndpoint, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
            yield return new ValidationResult("is not an http:// or https:// address", [nameof(OtlpEndpoint)]);
    }
}
