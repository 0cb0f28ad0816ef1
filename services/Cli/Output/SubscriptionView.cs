using System.Globalization;
using System.Text.Json;
using Parley.Contracts;
using Parley.Contracts.Protocol;
using Parley.Protocol.Type.V1;
using Spectre.Console;
using EntryStatus = Parley.Contracts.EntryStatus;
using EntryType = Parley.Contracts.EntryType;

namespace Parley.Cli.Output;

/// <summary>Subscriptions, for programs and for people.</summary>
internal static class SubscriptionView
{
    /// <summary>One as a line of JSON.</summary>
    public static string Line(Subscription subscription) => JsonSerializer.Serialize(
        new
        {
            subscription.Id,
            subscription.Name,
            subscription.Actors,
            Types = Types(subscription),
            Statuses = Statuses(subscription),
            CreatedAt = subscription.CreatedAt.ToDateTimeOffset(),
        },
        ParleyJson.Line);

    /// <summary>A row each.</summary>
    public static Table Table(IEnumerable<Subscription> subscriptions)
    {
        var table = Tables.Of("Name", "Actors", "Type", "Status", "Created", "Id");
        foreach (var subscription in subscriptions)
        {
            table.AddRow(
                Markup.Escape(subscription.Name),
                Words(subscription.Actors, "all"),
                Words(Types(subscription), "both"),
                Words(Statuses(subscription), "any"),
                subscription.CreatedAt.ToDateTimeOffset().ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture),
                $"[grey]{Markup.Escape(subscription.Id)}[/]");
        }

        return table;
    }

    private static IEnumerable<string> Types(Subscription subscription) =>
        subscription.Types_.Select(t => t.ToDomain<EntryType, Protocol.Type.V1.EntryType>()).OfType<EntryType>().Select(WireWord.Of);

    private static IEnumerable<string> Statuses(Subscription subscription) =>
        subscription.Statuses.Select(s => s.ToDomain<EntryStatus, Protocol.Type.V1.EntryStatus>()).OfType<EntryStatus>().Select(WireWord.Of);

    private static string Words(IEnumerable<string> words, string none) =>
        Markup.Escape(string.Join(", ", words)) is { Length: > 0 } text ? text : $"[grey]{none}[/]";
}
