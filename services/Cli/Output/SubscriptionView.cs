using System.Globalization;
using System.Text.Json;
using Parley.Contracts;
using Parley.Contracts.Protocol;
using Parley.Protocol.Alerting.V1;
using Parley.Protocol.Type.V1;
using Spectre.Console;
using EntryKind = Parley.Contracts.EntryKind;
using EntryStatus = Parley.Contracts.EntryStatus;
using EntryType = Parley.Contracts.EntryType;
using Severity = Parley.Alerting.Matching.Severity;

namespace Parley.Cli.Output;

/// <summary>Subscriptions, for programs and for people.</summary>
internal static class SubscriptionView
{
    /// <summary>The members of a line of JSON.</summary>
    public const string Members =
        "{\"id\",\"name\",\"owner\",\"labels\",\"actors\",\"pairs\",\"places\",\"topics\",\"types\",\"kinds\",\"statuses\",\"moves\",\"words\",\"min_confidence\",\"min_outlets\",\"min_severity\",\"further_sources\",\"channels\",\"calm\",\"paused\",\"silenced_until\",\"created_at\",\"updated_at\",\"feed_since\"}";

    /// <summary>Writes them, and the secrets of webhooks that were made.</summary>
    public static void Write(IReadOnlyList<Subscription> subscriptions, bool json, IEnumerable<WebhookSecret>? secrets = null)
    {
        var told = (secrets ?? []).ToList();
        if (json)
        {
            foreach (var subscription in subscriptions)
                Console.Out.WriteLine(Line(subscription, told));
            return;
        }

        Terminal.Out.Write(Table(subscriptions));
        if (subscriptions is [var one])
            ShowRest(Terminal.Out, one);
        foreach (var secret in told)
            Terminal.Out.MarkupLine($"channel {Markup.Escape(secret.ChannelId)} signs with [bold]{Markup.Escape(secret.Secret)}[/], which is told here and never again");
    }

    /// <summary>One as a line of JSON.</summary>
    public static string Line(Subscription subscription, IReadOnlyList<WebhookSecret>? secrets = null) => JsonSerializer.Serialize(
        new
        {
            subscription.Id,
            subscription.Name,
            subscription.Owner,
            Labels = subscription.Labels.ToDictionary(),
            subscription.Actors,
            Pairs = subscription.Pairs.Select(p => new[] { p.One, p.Other }),
            subscription.Places,
            subscription.Topics,
            Types = Types(subscription),
            Kinds = subscription.Kinds.Select(k => k.ToDomain<EntryKind, Protocol.Type.V1.EntryKind>()).OfType<EntryKind>().Select(WireWord.Of),
            Statuses = Statuses(subscription),
            Moves = subscription.Moves.Select(m => new { From = Status(m.From), To = Status(m.To) }),
            subscription.Words,
            subscription.MinConfidence,
            subscription.MinOutlets,
            MinSeverity = WireWord.Of(subscription.MinSeverity.ToDomain<Severity, Protocol.Type.V1.Severity>() ?? Severity.Info),
            subscription.FurtherSources,
            Channels = subscription.Channels.Select(c => new
            {
                c.Id,
                Channel = c.KindCase.ToString().ToLowerInvariant(),
                To = To(c),
                Disabled = c.Disabled.Length > 0 ? c.Disabled : null,
                Secret = secrets?.FirstOrDefault(s => s.ChannelId == c.Id)?.Secret,
            }),
            Calm = subscription.Calm is { } calm ? JsonSerializer.Deserialize<JsonElement>(Google.Protobuf.JsonFormatter.Default.Format(calm)) : (JsonElement?)null,
            subscription.Paused,
            SilencedUntil = subscription.SilencedUntil?.ToDateTimeOffset(),
            CreatedAt = subscription.CreatedAt.ToDateTimeOffset(),
            UpdatedAt = subscription.UpdatedAt?.ToDateTimeOffset(),
            FeedSince = subscription.FeedSince?.ToDateTimeOffset(),
        },
        ParleyJson.Line);

    /// <summary>A row each.</summary>
    public static Table Table(IEnumerable<Subscription> subscriptions)
    {
        var table = Tables.Of("Name", "Actors", "Type", "Status", "More", "To", "Created", "Id");
        foreach (var subscription in subscriptions)
        {
            table.AddRow(
                Markup.Escape(subscription.Name),
                Words(subscription.Actors.Concat(subscription.Pairs.Select(p => $"{p.One}+{p.Other}")), "all"),
                Words(Types(subscription), "both"),
                Words(Statuses(subscription), "any"),
                Words(More(subscription), ""),
                Words(To(subscription), "who watches"),
                subscription.CreatedAt.ToDateTimeOffset().ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture),
                $"[grey]{Markup.Escape(subscription.Id)}[/]");
        }

        return table;
    }

    /// <summary>What a row of the table has no place for: a line each.</summary>
    public static void ShowRest(IAnsiConsole console, Subscription subscription)
    {
        foreach (var channel in subscription.Channels)
            console.MarkupLine($"channel {Markup.Escape(channel.Id)}: {Markup.Escape(To(channel))}{(channel.Disabled.Length > 0 ? $"  [red]disabled: {Markup.Escape(channel.Disabled)}[/]" : "")}");
        if (subscription.FeedSince is { } since)
            console.MarkupLine(string.Create(CultureInfo.InvariantCulture, $"feed: at its address since {since.ToDateTimeOffset():u}"));
        if (subscription.Calm is { } calm)
            console.MarkupLine($"calm: {Markup.Escape(CalmWords.Of(calm))}");
        if (subscription.Owner.Length > 0)
            console.MarkupLine($"owner: {Markup.Escape(subscription.Owner)}");
        if (subscription.Labels.Count > 0)
            console.MarkupLine($"labels: {Markup.Escape(string.Join(", ", subscription.Labels.Select(l => $"{l.Key}={l.Value}").Order(StringComparer.Ordinal)))}");
    }

    private static IEnumerable<string> To(Subscription subscription) =>
        subscription.Channels.Select(c => c.KindCase.ToString().ToLowerInvariant()).Concat(subscription.FeedSince is null ? [] : ["feed"]);

    private static IEnumerable<string> More(Subscription subscription)
    {
        if (subscription.Paused)
            yield return "paused";
        if (subscription.SilencedUntil is { } until)
            yield return string.Create(CultureInfo.InvariantCulture, $"silent until {until.ToDateTimeOffset():u}");
        foreach (var value in subscription.Places.Concat(subscription.Topics).Concat(subscription.Words.Select(w => $"“{w}”")))
            yield return value;
        foreach (var move in subscription.Moves)
            yield return $"{Status(move.From) ?? "any"} → {Status(move.To) ?? "any"}";
        foreach (var kind in subscription.Kinds.Select(k => k.ToDomain<EntryKind, Protocol.Type.V1.EntryKind>()).OfType<EntryKind>())
            yield return WireWord.Of(kind);
        if (subscription.MinConfidence > 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"confidence {subscription.MinConfidence}");
        if (subscription.MinOutlets > 1)
            yield return $"{subscription.MinOutlets} outlets";
        if (subscription.MinSeverity.ToDomain<Severity, Protocol.Type.V1.Severity>() is { } least and > Severity.Info)
            yield return $"from {WireWord.Of(least)} up";
        if (subscription.FurtherSources)
            yield return "further sources";
    }

    private static string? Status(Protocol.Type.V1.EntryStatus status) => status.ToDomain<EntryStatus, Protocol.Type.V1.EntryStatus>() is { } known ? WireWord.Of(known) : null;

    private static string To(Channel channel) => channel.KindCase switch
    {
        Channel.KindOneofCase.Queue => channel.Queue.Queue,
        Channel.KindOneofCase.Webhook => channel.Webhook.Url,
        Channel.KindOneofCase.Email => string.Join(", ", channel.Email.To),
        _ => "",
    };

    private static IEnumerable<string> Types(Subscription subscription) =>
        subscription.Types_.Select(t => t.ToDomain<EntryType, Protocol.Type.V1.EntryType>()).OfType<EntryType>().Select(WireWord.Of);

    private static IEnumerable<string> Statuses(Subscription subscription) =>
        subscription.Statuses.Select(s => s.ToDomain<EntryStatus, Protocol.Type.V1.EntryStatus>()).OfType<EntryStatus>().Select(WireWord.Of);

    private static string Words(IEnumerable<string> words, string none) =>
        Markup.Escape(string.Join(", ", words)) is { Length: > 0 } text ? text : $"[grey]{none}[/]";
}
