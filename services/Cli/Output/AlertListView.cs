using System.Globalization;
using System.Text.Json;
using Parley.Contracts;
using Parley.Contracts.Protocol;
using Spectre.Console;
using Proto = Parley.Protocol.Type.V1;
using Severity = Parley.Alerting.Matching.Severity;

namespace Parley.Cli.Output;

/// <summary>Alerts that were raised, for programs and for people.</summary>
internal static class AlertListView
{
    /// <summary>Several, a line each.</summary>
    public static void Write(IEnumerable<Proto.Alert> alerts, bool json)
    {
        foreach (var alert in alerts)
        {
            if (json)
                Console.Out.WriteLine(Line(alert));
            else
                Terminal.Out.MarkupLine($"[grey]{Time(alert.RaisedAt)}[/] {Weight(alert)} {Markup.Escape(alert.Headline)}  [grey]{Markup.Escape(alert.Id)}[/]{Seen(alert)}");
        }
    }

    /// <summary>One, with its deliveries.</summary>
    public static void Show(Proto.Alert alert, bool json)
    {
        if (json)
        {
            Console.Out.WriteLine(Line(alert));
            return;
        }

        Write([alert], json: false);
        var change = alert.Change.ToDomain();
        AlertView.ShowWhat(Terminal.Out, change.After, change.Cause?.Evidence);
        if (alert.Hold is { } hold)
            Terminal.Out.MarkupLine($"  {Why(hold)}");
        foreach (var delivery in alert.Deliveries)
        {
            Terminal.Out.MarkupLine($"  channel {Markup.Escape(delivery.ChannelId)}: {State(delivery)}  [grey]{Markup.Escape(delivery.Id)}[/]");
            foreach (var attempt in delivery.Attempts)
                Terminal.Out.MarkupLine($"    [grey]{Time(attempt.At)}, {attempt.TookMs} ms:[/] {Markup.Escape(attempt.Outcome)}");
        }
    }

    private static string Line(Proto.Alert alert) => JsonSerializer.Serialize(
        new
        {
            alert.Id,
            alert.SubscriptionId,
            alert.Headline,
            alert.Summary,
            Severity = Of(alert),
            RaisedAt = alert.RaisedAt.ToDateTimeOffset(),
            Acknowledgement = alert.Acknowledgement is { } seen ? new { seen.By, At = seen.At.ToDateTimeOffset() } : null,
            Change = alert.Change.ToDomain(),
            Hold = alert.Hold is { } hold ? new { Reason = hold.Reason.ToString().ToLowerInvariant(), Until = hold.Until?.ToDateTimeOffset() } : null,
            Deliveries = alert.Deliveries.Select(d => new
            {
                d.Id,
                d.ChannelId,
                State = StateWord(d),
                NextAttemptAt = d.NextAttemptAt?.ToDateTimeOffset(),
                d.Alerts,
                Attempts = d.Attempts.Select(a => new { At = a.At.ToDateTimeOffset(), a.TookMs, a.Delivered, a.Outcome }),
            }),
        },
        ParleyJson.Line);

    private static Severity Of(Proto.Alert alert) => alert.Severity.ToDomain<Severity, Proto.Severity>() ?? Severity.Notice;

    private static string Weight(Proto.Alert alert) => Of(alert) switch
    {
        Severity.Critical => "[red bold]●[/]",
        Severity.Warning => "[yellow]●[/]",
        Severity.Notice => "[green]●[/]",
        _ => "[grey]●[/]",
    };

    private static string Seen(Proto.Alert alert) => alert.Acknowledgement is { } seen ? $"  [green]seen to by {Markup.Escape(seen.By)}[/]" : "";

    private static string Why(Proto.Hold hold)
    {
        var reason = hold.Reason switch
        {
            Proto.HoldReason.Group => "waits for others of its entry or dossier",
            Proto.HoldReason.Digest => "waits for the digest",
            Proto.HoldReason.Overflow => "waits for the end of the hour, which has as many messages as are wanted",
            Proto.HoldReason.Quiet => "waits for the end of quiet hours",
            Proto.HoldReason.Silenced => "not sent: the subscription was silenced",
            _ => "waits",
        };
        return $"[yellow]{reason}[/]{(hold.Until is { } until ? $" [grey]until {Time(until)}[/]" : "")}";
    }

    private static string State(Proto.Delivery delivery) => StateWord(delivery) switch
    {
        "delivered" => "[green]delivered[/]",
        "waiting" => delivery.NextAttemptAt is { } next ? $"[yellow]waiting[/] [grey]until {Time(next)}[/]" : "[yellow]waiting[/]",
        var other => $"[red]{other}[/]",
    };

    private static string StateWord(Proto.Delivery delivery) => delivery.State.ToString().ToLowerInvariant();

    private static string Time(Google.Protobuf.WellKnownTypes.Timestamp time) =>
        time.ToDateTimeOffset().ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
