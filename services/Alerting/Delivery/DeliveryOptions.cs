using System.ComponentModel.DataAnnotations;

namespace Parley.Alerting.Delivery;

/// <summary>What alerts may be pushed to. Section <c>Parley:Delivery</c>.</summary>
public sealed class DeliveryOptions
{
    /// <summary>The section's name in the configuration.</summary>
    public const string Section = "Parley:Delivery";

    /// <summary>Webhooks may use http, without encryption.</summary>
    public bool AllowHttp { get; set; }

    /// <summary>Webhooks may reach private, loopback and link-local addresses, which an outsider could use to look into the network.</summary>
    public bool AllowPrivateAddresses { get; set; }

    /// <summary>Address of a page that shows entries: alerts then link to <c>LinkBase/entries/ID</c>. None if empty.</summary>
    [Url]
    public string? LinkBase { get; set => field = string.IsNullOrEmpty(value) ? null : value; }

    /// <summary>Seconds that a receiver has to answer.</summary>
    [Range(1, 120)]
    public int TimeoutSeconds { get; set; } = 15;

    /// <summary>Seconds before each further attempt, the first behind the first attempt; after the last the delivery is given up.</summary>
    [MinLength(1)]
    public IReadOnlyList<int> RetrySeconds { get; set; } = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400];

    /// <summary>How many deliveries are under way at a time in one copy of the service.</summary>
    [Range(1, 1_000)]
    public int Concurrency { get; set; } = 32;

    /// <summary>Days that messages, their deliveries and the attempts are kept; what a subscriber was told is known longer.</summary>
    [Range(1, 36_500)]
    public int HistoryDays { get; set; } = 90;

    /// <summary>Seconds that a watcher of a stream may read nothing before he is cut off; he goes on from his last token.</summary>
    [Range(1, 3_600)]
    public int SlowWatcherSeconds { get; set; } = 30;

    /// <summary>There is a RabbitMQ for subscribers' queues.</summary>
    internal bool HasBroker { get; set; }

    /// <summary>There is a mail server.</summary>
    internal bool HasMail { get; set; }
}
