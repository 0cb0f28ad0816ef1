using System.Text;
using System.Text.Json.Serialization;
using Parley.Alerting.Matching;
using Parley.Contracts;

namespace Parley.Alerting.Delivery;

/// <summary>A change as a CloudEvents 1.0 event in JSON, for the topic exchange (https://github.com/cloudevents/spec, v1.0.2).</summary>
internal sealed record CloudEvent
{
    /// <summary>Bytes of a participant's word; what stands before it has less than 50.</summary>
    private const int MaxKeyWord = 200;

    [JsonPropertyName("specversion")]
    public string SpecVersion { get; init; } = "1.0";

    /// <summary>Entry and version: the receiver's key for de-duplication.</summary>
    public required string Id { get; init; }

    public required string Source { get; init; }

    public required string Type { get; init; }

    public required string Subject { get; init; }

    public required DateTimeOffset Time { get; init; }

    [JsonPropertyName("datacontenttype")]
    public string DataContentType { get; init; } = "application/json";

    public required AlertData Data { get; init; }

    /// <summary>The event of a change.</summary>
    public static CloudEvent Of(LedgerChange change, DateTimeOffset raisedAt) => new()
    {
        Id = $"{change.EntryId}/{change.Version}",
        Source = "/parley/alerting",
        Type = $"parley.{WireWord.Of(change.After.Type)}.{WireWord.Of(change.Kind)}.v1",
        Subject = change.EntryId,
        Time = raisedAt,
        Data = new AlertData(AlertText.Summary(change), change),
    };

    /// <summary>Keys of the topic exchange, one a participant: <c>talks.status.postponed.TUR</c>.</summary>
    public static IReadOnlyList<string> RoutingKeys(LedgerChange change)
    {
        var stem = $"{WireWord.Of(change.After.Type)}.{WireWord.Of(change.Kind)}.{WireWord.Of(change.After.Status)}";
        var actors = change.After.Participants.Select(p => KeyWord(p.Id)).Distinct().ToList();
        return actors.Count == 0 ? [$"{stem}.none"] : actors.ConvertAll(a => $"{stem}.{a}");
    }

    /// <summary>A topic's words are parted by dots, so an id with one would count as two; and AMQP takes keys of 255 bytes at most.</summary>
    private static string KeyWord(string id)
    {
        var word = id.Replace('.', '-');
        while (Encoding.UTF8.GetByteCount(word) > MaxKeyWord)
            word = word[..^(char.IsLowSurrogate(word[^1]) ? 2 : 1)];
        return word;
    }
}

/// <summary>What an event carries.</summary>
/// <param name="Summary">One line for people.</param>
/// <param name="Change">What changed, with the entry before and after and the sentence that proves it.</param>
internal sealed record AlertData(string Summary, LedgerChange Change);

/// <summary>An event on its way through the outbox, with the keys that it goes out under.</summary>
internal sealed record TopicAlert(CloudEvent Event, IReadOnlyList<string> RoutingKeys);
