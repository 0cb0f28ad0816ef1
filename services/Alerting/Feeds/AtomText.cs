using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using Parley.Alerting.Subscriptions;

namespace Parley.Alerting.Feeds;

/// <summary>Writes a feed as Atom 1.0 (RFC 4287).</summary>
internal static class AtomText
{
    public const string MediaType = "application/atom+xml";

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };

    /// <summary>The feed as bytes of UTF-8; of the same, the same bytes.</summary>
    /// <param name="subscription">Whose.</param>
    /// <param name="self">Its own address.</param>
    /// <param name="entries">The newest first.</param>
    public static byte[] Of(Subscription subscription, string self, IReadOnlyList<FeedEntry> entries)
    {
        var feed = new SyndicationFeed(entries.Select(Item))
        {
            Id = FeedEntry.IdOf($"feed/{subscription.Id}"),
            Title = Plain(subscription.Name.Length > 0 ? subscription.Name : "Parley"),
            LastUpdatedTime = entries.Count > 0 && entries[0].Place.RaisedAt > subscription.UpdatedAt ? entries[0].Place.RaisedAt : subscription.UpdatedAt,
            Generator = "Parley",
            Language = "en",
        };
        // RFC 4287, 4.2.1: of entries without an author of their own this is it.
        feed.Authors.Add(new SyndicationPerson { Name = "Parley" });
        feed.Links.Add(new SyndicationLink(new Uri(self), "self", null, MediaType, 0));
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, Settings))
            new Atom10FeedFormatter(feed).WriteTo(writer);
        return bytes.ToArray();
    }

    private static SyndicationItem Item(FeedEntry entry)
    {
        var item = new SyndicationItem
        {
            Id = entry.Id,
            Title = Plain(entry.Title),
            Summary = Plain(entry.Summary),
            Content = new TextSyndicationContent(Xml(entry.Html), TextSyndicationContentKind.Html),
            PublishDate = entry.Place.RaisedAt,
            LastUpdatedTime = entry.Place.RaisedAt,
        };
        if (entry.Link is { } link)
            item.Links.Add(SyndicationLink.CreateAlternateLink(link));
        if (!string.IsNullOrWhiteSpace(entry.Outlet))
            item.Authors.Add(new SyndicationPerson { Name = Xml(entry.Outlet) });
        foreach (var (what, word) in entry.Categories)
            item.Categories.Add(new SyndicationCategory(word, $"urn:parley:{what}", null));
        return item;
    }

    private static TextSyndicationContent Plain(string text) => new(Xml(text), TextSyndicationContentKind.Plaintext);

    /// <summary>What XML 1.0 cannot hold, control characters and halves of surrogate pairs, is replaced: one such in a headline must not cost the whole feed.</summary>
    private static string Xml(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var isXml = rune.Value switch { < 0x20 => rune.Value is '\t' or '\n' or '\r', 0xfffe or 0xffff => false, _ => true };
            kept.Append(isXml ? rune.ToString() : "\ufffd");
        }

        return kept.ToString();
    }
}
