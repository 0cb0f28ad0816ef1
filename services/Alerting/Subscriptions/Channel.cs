using System.Text.Json.Serialization;

namespace Parley.Alerting.Subscriptions;

/// <summary>Where alerts are pushed to.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "channel")]
[JsonDerivedType(typeof(QueueChannel), "queue")]
[JsonDerivedType(typeof(WebhookChannel), "webhook")]
[JsonDerivedType(typeof(EmailChannel), "email")]
public abstract record Channel
{
    /// <summary>Its id within the subscription, given by the service.</summary>
    public required string Id { get; init; }

    /// <summary>Why nothing is sent there any more; null while it is in use. To update the subscription's channels enables it again.</summary>
    public string? Disabled { get; init; }
}

/// <summary>A queue of the subscriber's own on RabbitMQ, which the service declares and fills.</summary>
public sealed record QueueChannel : Channel
{
    /// <summary>How many alerts it holds; the oldest are dropped for new ones.</summary>
    public int MaxLength { get; init; } = 10_000;

    /// <summary>After how long without a consumer the queue, with all that is in it, goes.</summary>
    public TimeSpan Expiry { get; init; } = TimeSpan.FromDays(14);

    /// <summary>The queue's name on the broker.</summary>
    public string NameFor(string subscription) => $"parley.alerts.{subscription}.{Id}";
}

/// <summary>An HTTP endpoint that takes signed requests by Standard Webhooks (https://www.standardwebhooks.com, v1).</summary>
public sealed record WebhookChannel : Channel
{
    /// <summary>Where to; https, or http where the operator allows it.</summary>
    public required string Url { get; init; }
}

/// <summary>Mail.</summary>
public sealed record EmailChannel : Channel
{
    /// <summary>To whom.</summary>
    public required IReadOnlyList<string> To { get; init; }
}
