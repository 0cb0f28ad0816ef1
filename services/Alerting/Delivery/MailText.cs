using System.Globalization;
using System.Net;
using System.Text;
using Parley.Alerting.Subscriptions;
using Parley.Contracts;

namespace Parley.Alerting.Delivery;

/// <summary>What a mail says, as plain text and as HTML.</summary>
internal static class MailText
{
    /// <summary>On one line: the headline or, of several alerts, what there is of them.</summary>
    public static string Subject(Notice notice) => OneLine(notice.IsSingle ? Matching.Headline.Of(notice.Alerts[0].Change) : DigestText.Summary(notice));

    public static string Plain(Notice notice, LinkMaker links)
    {
        var text = new StringBuilder();
        if (!notice.IsSingle)
            text.Append(OneLine(DigestText.Summary(notice))).Append("\n\n");
        foreach (var alert in notice.Alerts.Select(a => AlertData.Of(a.Change, null, links)))
        {
            text.Append(alert.Text).Append("\n\n");
            text.Append(CultureInfo.InvariantCulture, $"Status: {Step(alert.Change)}\nSeverity: {WireWord.Of(alert.Severity)}\n");
            if (alert.Sources.Count > 0)
                text.Append("Sources:\n");
            foreach (var source in alert.Sources)
                text.Append(CultureInfo.InvariantCulture, $"- {Name(source)}, {Time(source)}{(source.Url is { } url ? $"\n  {url}" : "")}\n");
            if (alert.Links.Entry is { } entry)
                text.Append(CultureInfo.InvariantCulture, $"Its whole history: {entry}\n");
            text.Append('\n');
        }

        // Two hyphens and a space: readers know that a signature begins.
        return text.Append("-- \n").Append(Why(notice.Subscription)).Append('\n').ToString();
    }

    public static string Html(Notice notice, LinkMaker links)
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>{Escaped(Subject(notice))}</title></head>
            <body style="font-family:sans-serif;line-height:1.4;max-width:42em">

            """);
        if (!notice.IsSingle)
            html.Append(CultureInfo.InvariantCulture, $"<p>{Escaped(OneLine(DigestText.Summary(notice)))}</p>\n");
        foreach (var alert in notice.Alerts.Select(a => AlertData.Of(a.Change, null, links)))
        {
            var lines = alert.Text.Split('\n');
            html.Append(CultureInfo.InvariantCulture, $"<h1 style=\"font-size:1.2em\">{Escaped(lines[0])}</h1>\n");
            foreach (var line in lines.Skip(1))
                html.Append(CultureInfo.InvariantCulture, $"<p>{Escaped(line)}</p>\n");
            html.Append(CultureInfo.InvariantCulture, $"<p>Status: <b>{Escaped(Step(alert.Change))}</b><br>Severity: {WireWord.Of(alert.Severity)}</p>\n");
            if (alert.Sources.Count > 0)
                html.Append(CultureInfo.InvariantCulture, $"<p>Sources:</p>\n<ul>{string.Concat(alert.Sources.Select(s => $"<li>{Link(s.Url, Name(s))}, {Escaped(Time(s))}</li>"))}</ul>\n");
            if (alert.Links.Entry is { } entry)
                html.Append(CultureInfo.InvariantCulture, $"<p>{Link(entry, "Its whole history")}</p>\n");
        }

        return html.Append(CultureInfo.InvariantCulture, $"<hr>\n<p style=\"font-size:0.85em\">{Escaped(Why(notice.Subscription))}</p>\n</body></html>\n").ToString();
    }

    private static string Why(Subscription subscription) =>
        $"You get this by the subscription {(subscription.Name.Length > 0 ? $"“{OneLine(subscription.Name)}”, " : "")}{subscription.Id}. To change, pause or end it, call UpdateSubscription or DeleteSubscription"
        + " with that id, or ask whoever keeps it for you.";

    private static string Step(LedgerChange change)
    {
        var after = Words(WireWord.Of(change.After.Status));
        return change switch
        {
            { Kind: ChangeKind.Retracted } => $"{after}, retracted",
            { Before: { } before } when before.Status != change.After.Status => $"{Words(WireWord.Of(before.Status))} → {after}",
            _ => $"{after} ({Words(WireWord.Of(change.Kind))})",
        };
    }

    private static string Name(SourceData source) => OneLine(source.Outlet ?? source.Article);

    private static string Time(SourceData source) => source.PublishedAt.ToString("d MMMM yyyy HH:mm zzz", CultureInfo.InvariantCulture);

    /// <summary>A link where it leads to the web; what else an outlet gave as its address is no link of ours.</summary>
    private static string Link(string? url, string text) => Uri.TryCreate(url, UriKind.Absolute, out var web) && (web.Scheme == Uri.UriSchemeHttps || web.Scheme == Uri.UriSchemeHttp)
        ? $"<a href=\"{Escaped(web.AbsoluteUri)}\">{Escaped(text)}</a>"
        : Escaped(text);

    private static string Escaped(string text) => WebUtility.HtmlEncode(text);

    private static string Words(string word) => word.Replace('_', ' ');

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
