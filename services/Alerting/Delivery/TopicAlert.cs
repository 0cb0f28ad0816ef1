using System.Text;
using Parley.Contracts;

namespace Parley.Alerting.Delivery;

/// <summary>An event on its way through the outbox to the topic exchange, with the keys that it goes out under.</summary>
internal sealed record TopicAlert(CloudEvent<AlertData> Event, IReadOnlyList<string> RoutingKeys)
{
    /// <summary>Bytes of a participant's word; what stands before it has less than 50.</summary>
    private const int MaxKeyWord = 200;

    /// <summary>Keys of the topic exchange, one a participant: <c>talks.status.postponed.TUR</c>.</summary>
    public static IReadOnlyList<string> KeysOf(LedgerChange change)
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
