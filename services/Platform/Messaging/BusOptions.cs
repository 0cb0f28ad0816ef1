using System.ComponentModel.DataAnnotations;

namespace Parley.Platform.Messaging;

/// <summary>What carries messages between the services.</summary>
public enum BusTransport
{
    /// <summary>RabbitMQ.</summary>
    RabbitMq,

    /// <summary>This process, for Standalone.</summary>
    Memory,
}

/// <summary>The message bus. Section <c>Parley:Bus</c>.</summary>
public sealed class BusOptions : IValidatableObject
{
    /// <summary>The section's name in the configuration.</summary>
    public const string Section = "Parley:Bus";

    /// <summary>RabbitMq (the default) or Memory.</summary>
    [EnumDataType(typeof(BusTransport), ErrorMessage = "must be RabbitMq or Memory")]
    public BusTransport Transport { get; set; } = BusTransport.RabbitMq;

    /// <summary>Where RabbitMQ is: <c>amqp://user:password@host:port/vhost</c>, or <c>amqps://</c>. Required for RabbitMQ.</summary>
    public string? Uri { get; set; }

    /// <summary>Messages that the broker hands to one queue's consumer ahead of their acknowledgement; a bundle of up to fifty counts as one. 256 did best when measured.</summary>
    [Range(1, 10_000)]
    public int Prefetch { get; set; } = 256;

    /// <summary>Messages of one queue that one transaction takes at most, each of a bundle counted; where nobody waits for the effect, as in Search, ten times as many.</summary>
    [Range(1, 1_000)]
    public int BatchSize { get; set; } = 100;

    /// <summary>How often the broker delivers a message again after its consumer failed, before it goes to the dead-letter queue.</summary>
    [Range(1, 100)]
    public int DeliveryLimit { get; set; } = 5;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Transport != BusTransport.RabbitMq)
            yield break;
        if (string.IsNullOrEmpty(Uri))
            yield return new ValidationResult("is missing: name the broker, such as amqp://user:password@127.0.0.1:5672/", [nameof(Uri)]);
        else if (!System.Uri.TryCreate(Uri, UriKind.Absolute, out var uri) || uri.Scheme is not ("amqp" or "amqps"))
            yield return new ValidationResult("is not an amqp:// or amqps:// address", [nameof(Uri)]);
    }
}
