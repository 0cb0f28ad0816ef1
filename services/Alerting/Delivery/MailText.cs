using System.Globalization;
using System.Text;
using Parley.Alerting.Subscriptions;
using Parley.Contracts;

namespace Parley.Alerting.Delivery;

/// <summary>What a mail says, as plain text and as HTML.</summary>
internal static class MailText
{
    /// <summary>On one line: the headline or, of several alerts, what there is of them.</summary>
    public static string Subject(Notice notice) => AlertWords.OneLine(notice.IsSingle ? Matching.Headline.Of(notice.Alerts[0].Change) : DigestText.Summary(notice));

    public static string Plain(Notice notice, LinkMaker links)
    {
        var text = new StringBuilder();
        if (!notice.IsSingle)
            text.Append(AlertWords.OneLine(DigestText.Summary(notice))).Append("\n\n");
        foreach (var alert in notice.Alerts.Select(a => AlertData.Of(a.Change, null, links)))
        {
            text.Append(alert.Text).Append("\n\n");
            foreach (var (label, what) in AlertDetails.Of(alert.Change))
                text.Append(CultureInfo.InvariantCulture, $"{label}: {what}\n");
            text.Append(CultureInfo.InvariantCulture, $"Status: {AlertWords.Step(alert.Change)}\nSeverity: {WireWord.Of(alert.Severity)}\n");
            if (alert.Sources.Count > 0)
                text.Append(CultureInfo.InvariantCulture, $"{AlertWords.Sources(alert.Change)}:\n");
            foreach (var source in alert.Sources)
                text.Append(CultureInfo.InvariantCulture, $"- {AlertWords.Name(source)}, {AlertWords.Time(source)}{(source.Url is { } url ? $"\n  {url}" : "")}\n");
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
            <html lang="en"><head><meta charset="utf-8"><title>{AlertHtml.Escaped(Subject(notice))}</title></head>
            <body style="font-family:sans-serif;line-height:1.4;max-width:42em">

            """);
        if (!notice.IsSingle)
            html.Append(CultureInfo.InvariantCulture, $"<p>{AlertHtml.Escaped(AlertWords.OneLine(DigestText.Summary(notice)))}</p>\n");
        foreach (var alert in notice.Alerts.Select(a => AlertData.Of(a.Change, null, links)))
            html.Append(AlertHtml.Of(alert));
        return html.Append(CultureInfo.InvariantCulture, $"<hr>\n<p style=\"font-size:0.85em\">{AlertHtml.Escaped(Why(notice.Subscription))}</p>\n</body></html>\n").ToString();
    }

    private static string Why(Subscription subscription) =>
        $"You get this because of the subscription {(subscription.Name.Length > 0 ? $"“{AlertWords.OneLine(subscription.Name)}” ({subscription.Id})" : subscription.Id)}."
        + $" Whoever runs Parley for you can change, pause or end it: ./parley subscribe change, pause or delete {subscription.Id}.";
}
