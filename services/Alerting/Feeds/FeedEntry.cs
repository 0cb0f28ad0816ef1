using System.Security.Cryptography;
using System.Text;
using Parley.Alerting.Api;
using Parley.Alerting.Delivery;
using Parley.Alerting.Storage;
using Parley.Contracts;

namespace Parley.Alerting.Feeds;

/// <summary>An alert as a feed tells it. It holds texts, not the change, of which a feed that is kept in memory would hold many.</summary>
/// <param name="Place">Its place in the order of the feed: when it was raised and, of two at once, where it stands in the log.</param>
/// <param name="Id">As <see cref="IdOf"/> makes it.</param>
/// <param name="Title">The headline.</param>
/// <param name="Summary">One line of plain text.</param>
/// <param name="Html">What a mail says of it.</param>
/// <param name="Link">The article or, where that has no address on the web, the entry on the operator's page; null where there is neither.</param>
/// <param name="Outlet">Whose article it is; null where nobody said.</param>
/// <param name="Categories">Type, kind, status and severity, by the word for each.</param>
internal sealed record FeedEntry(
    (DateTimeOffset RaisedAt, long Position) Place, string Id, string Title, string Summary, string Html, Uri? Link, string? Outlet,
    IReadOnlyList<(string What, string Word)> Categories)
{
    public static FeedEntry Of(LoggedChange row, string subscription, LinkMaker links)
    {
        var alert = AlertData.Of(row.Change, null, links);
        var entry = row.Change.After;
        return new FeedEntry(
            (row.RaisedAt, row.Position.Position), IdOf(AlertMapping.IdOf(row.Change.EntryId, row.Change.Version, subscription)), alert.Headline, alert.Summary, AlertHtml.Of(alert),
            AlertHtml.Web(alert.Links.Article) ?? AlertHtml.Web(alert.Links.Entry), (row.Change.Cause ?? entry.History[^1]).Outlet,
            [("type", WireWord.Of(entry.Type)), ("kind", WireWord.Of(entry.Kind)), ("status", WireWord.Of(entry.Status)), ("severity", WireWord.Of(alert.Severity))]);
    }

    /// <summary>
    /// The same for the same name, whenever and wherever it is made: a UUID of version 8 (RFC 9562), 122 bits of the name's SHA-256. Version 5 would want SHA-1.
    /// </summary>
    public static string IdOf(string name)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return $"urn:uuid:{new Guid(bytes, bigEndian: true)}";
    }
}
