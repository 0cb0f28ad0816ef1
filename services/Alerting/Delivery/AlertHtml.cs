using System.Globalization;
using System.Net;
using System.Text;
using Parley.Contracts;

namespace Parley.Alerting.Delivery;

/// <summary>What is said of one alert in HTML, in a mail and in a feed: all of it escaped, with nothing to load.</summary>
internal static class AlertHtml
{
    public static string Of(AlertData alert)
    {
        var html = new StringBuilder();
        var lines = alert.Text.Split('\n');
        html.Append(CultureInfo.InvariantCulture, $"<h1 style=\"font-size:1.2em\">{Escaped(lines[0])}</h1>\n");
        foreach (var line in lines.Skip(1))
            html.Append(CultureInfo.InvariantCulture, $"<p>{Escaped(line)}</p>\n");
        var details = AlertDetails.Of(alert.Change).Select(d => $"{d.Label}: {Escaped(d.Text)}<br>");
        html.Append(CultureInfo.InvariantCulture, $"<p>{string.Concat(details)}Status: <b>{Escaped(AlertWords.Step(alert.Change))}</b><br>Severity: {WireWord.Of(alert.Severity)}</p>\n");
        if (alert.Sources.Count > 0)
        {
            var sources = alert.Sources.Select(s => $"<li>{Link(s.Url, AlertWords.Name(s))}, {Escaped(AlertWords.Time(s))}</li>");
            html.Append(CultureInfo.InvariantCulture, $"<p>{AlertWords.Sources(alert.Change)}:</p>\n<ul>{string.Concat(sources)}</ul>\n");
        }

        if (alert.Links.Entry is { } entry)
            html.Append(CultureInfo.InvariantCulture, $"<p>{Link(entry, "Its whole history")}</p>\n");
        return html.ToString();
    }

    public static string Escaped(string text) => WebUtility.HtmlEncode(text);

    /// <summary>An address that leads to the web; null for what else an outlet gave as its address: that is no link of ours.</summary>
    public static Uri? Web(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var web) && (web.Scheme == Uri.UriSchemeHttps || web.Scheme == Uri.UriSchemeHttp) ? web : null;

    private static string Link(string? url, string text) => Web(url) is { } web ? $"<a href=\"{Escaped(web.AbsoluteUri)}\">{Escaped(text)}</a>" : Escaped(text);
}
