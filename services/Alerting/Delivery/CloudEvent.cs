using System.Globalization;
using System.Text.Json.Serialization;
using Parley.Alerting.Storage;
using Parley.Contracts;

namespace Parley.Alerting.Delivery;

/// <summary>What subscribers get, as a CloudEvents 1.0 event in JSON (https://github.com/cloudevents/spec, v1.0.2).</summary>
/// <typeparam name="TData">What it carries.</typeparam>
internal sealed record CloudEvent<TData>
{
    [JsonPropertyName("specversion")]
    public string SpecVersion { get; init; } = "1.0";

    /// <summary>The receiver's key for de-duplication.</summary>
    public required string Id { get; init; }

    public required string Source { get; init; }

    public required string Type { get; init; }

    public required string Subject { get; init; }

    public required DateTimeOffset Time { get; init; }

    [JsonPropertyName("datacontenttype")]
    public string DataContentType { get; init; } = "application/json";

    public required TData Data { get; init; }
}

/// <summary>Makes the events of changes and of messages.</summary>
internal static class CloudEvents
{
    /// <summary>As a header says it.</summary>
    public const string ContentType = "application/cloudevents+json; charset=utf-8";

    private const string Source = "/parley/alerting";

    /// <summary>The event of a change, for whoever binds to the topic exchange; its id is entry and version.</summary>
    public static CloudEvent<AlertData> Of(LedgerChange change, DateTimeOffset raisedAt, LinkMaker links) => Of(change, raisedAt, null, links);

    /// <summary>The event of an alert; its id is entry, version and subscription.</summary>
    public static CloudEvent<AlertData> Of(LoggedChange row, Subscriptions.Subscription subscription, LinkMaker links) =>
        Of(row.Change, row.RaisedAt, new SubscriptionData(subscription.Id, subscription.Name), links);

    /// <summary>The event of several alerts that go together.</summary>
    public static CloudEvent<DigestData> Of(Notice notice, LinkMaker links) => new()
    {
        Id = IdOf(notice),
        Source = Source,
        Type = "parley.digest.v1",
        Subject = notice.Subscription.Id,
        Time = notice.ClosedAt,
        Data = new DigestData(
            DigestText.Summary(notice), WireWord.Of(notice.Kind), new SubscriptionData(notice.Subscription.Id, notice.Subscription.Name),
            [.. notice.Alerts.Select(a => Of(a, notice.Subscription, links))]),
    };

    /// <summary>The id of what a notice sends: stable, whatever channel it goes to and however often.</summary>
    public static string IdOf(Notice notice) => notice.IsSingle
        ? Id(notice.Alerts[0].Change, notice.Subscription.Id)
        : string.Create(CultureInfo.InvariantCulture, $"digest/{notice.BatchId:N}");

    /// <summary>What a notice sends, as its bytes of JSON.</summary>
    public static byte[] Body(Notice notice, LinkMaker links) => notice.IsSingle
        ? System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(Of(notice.Alerts[0], notice.Subscription, links), ParleyJson.Line)
        : System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(Of(notice, links), ParleyJson.Line);

    private static CloudEvent<AlertData> Of(LedgerChange change, DateTimeOffset raisedAt, SubscriptionData? subscription, LinkMaker links) => new()
    {
        Id = Id(change, subscription?.Id),
        Source = Source,
        Type = $"parley.{WireWord.Of(change.After.Type)}.{WireWord.Of(change.Kind)}.v1",
        Subject = change.EntryId,
        Time = raisedAt,
        Data = AlertData.Of(change, subscription, links),
    };

    private static string Id(LedgerChange change, string? subscription) => string.Create(
        CultureInfo.InvariantCulture, $"{change.EntryId}/{change.Version}{(subscription is null ? "" : $"/{subscription}")}");
}
