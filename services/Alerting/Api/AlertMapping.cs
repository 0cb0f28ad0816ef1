using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Parley.Alerting.Delivery;
using Parley.Alerting.Matching;
using Parley.Alerting.Pacing;
using Parley.Alerting.Storage;
using Parley.Contracts.Protocol;
using Proto = Parley.Protocol.Type.V1;

namespace Parley.Alerting.Api;

/// <summary>Rows of the log as alerts.</summary>
internal static class AlertMapping
{
    /// <summary>Entry, version and, where there is one, subscription: the receiver's key for de-duplication.</summary>
    public static string IdOf(string entry, int version, string subscription) =>
        subscription.Length == 0 ? string.Create(CultureInfo.InvariantCulture, $"{entry}/{version}") : string.Create(CultureInfo.InvariantCulture, $"{entry}/{version}/{subscription}");

    /// <summary>The parts of an id that <see cref="IdOf"/> made with a subscription; null where it is none.</summary>
    public static (string Entry, int Version, string Subscription)? TryParse(string id) =>
        id.Split('/') is [{ Length: > 0 } entry, var number, { Length: > 0 } subscription] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? (entry, version, subscription)
            : null;

    public static Proto.Alert ToProto(this LoggedChange row, string subscription) => new()
    {
        Id = IdOf(row.Change.EntryId, row.Change.Version, subscription),
        SubscriptionId = subscription,
        Summary = AlertText.Summary(row.Change),
        Headline = Headline.Of(row.Change),
        Severity = row.Facts.Severity.ToProto<Severity, Proto.Severity>(),
        Change = row.Proto,
        RaisedAt = row.RaisedAt.ToTimestamp(),
    };

    public static Proto.Acknowledgement ToProto(this Acknowledgement acknowledgement) => new() { By = acknowledgement.By, At = acknowledgement.At.ToTimestamp() };

    public static Proto.Hold ToProto(this Held held) => new()
    {
        Reason = held.By switch
        {
            BatchKind.Group => Proto.HoldReason.Group,
            BatchKind.Digest => Proto.HoldReason.Digest,
            BatchKind.Overflow => Proto.HoldReason.Overflow,
            BatchKind.Quiet => Proto.HoldReason.Quiet,
            null => Proto.HoldReason.Silenced,
            _ => Proto.HoldReason.Unspecified,
        },
        Until = held.Until?.ToTimestamp(),
    };

    public static Proto.Delivery ToProto(this PastDelivery delivery)
    {
        var proto = new Proto.Delivery
        {
            Id = delivery.Id.ToString("N"),
            ChannelId = delivery.ChannelId,
            State = delivery.State.ToProto<DeliveryState, Proto.DeliveryState>(),
            NextAttemptAt = delivery.State == DeliveryState.Waiting ? delivery.NextAttemptAt?.ToTimestamp() : null,
            Alerts = delivery.Alerts,
        };
        proto.Attempts.AddRange(delivery.Attempts.Select(a => new Proto.DeliveryAttempt
        {
            At = a.At.ToTimestamp(),
            TookMs = (long)a.Took.TotalMilliseconds,
            Delivered = a.Delivered,
            Outcome = a.Outcome,
        }));
        return proto;
    }
}
