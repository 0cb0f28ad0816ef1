using System.Text.Json.Serialization;
using Parley.Contracts;

namespace Parley.Alerting.Delivery;

/// <summary>What has become of a delivery.</summary>
[JsonConverter(typeof(WireWordConverter<DeliveryState>))]
internal enum DeliveryState
{
    /// <summary>It waits for its time, its turn or another attempt.</summary>
    Waiting,

    /// <summary>The receiver has taken it.</summary>
    Delivered,

    /// <summary>It was given up after the last attempt.</summary>
    Failed,

    /// <summary>There was nothing to send any more: the subscription is paused, silenced or deleted, the channel disabled or gone, the alert acknowledged.</summary>
    Dropped,
}
