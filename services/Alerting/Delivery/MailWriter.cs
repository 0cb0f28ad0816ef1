using MimeKit;
using MimeKit.Text;
using Parley.Alerting.Subscriptions;

namespace Parley.Alerting.Delivery;

/// <summary>Writes the mail of a notice.</summary>
internal static class MailWriter
{
    /// <summary>The same notice gives a mail with the same Message-ID, and the mails of one entry hang together in a reader's list.</summary>
    public static MimeMessage Write(Notice notice, EmailChannel channel, MailboxAddress from, LinkMaker links)
    {
        var message = new MimeMessage
        {
            Subject = MailText.Subject(notice),
            MessageId = $"{EventIds.ForHeader(CloudEvents.IdOf(notice))}@{from.Domain}",
            Date = notice.ClosedAt,
            Body = new MultipartAlternative(
                new TextPart(TextFormat.Plain) { Text = MailText.Plain(notice, links) },
                new TextPart(TextFormat.Html) { Text = MailText.Html(notice, links) }),
        };
        message.From.Add(from);
        message.To.AddRange(channel.To.Select(to => new MailboxAddress("", to)));
        // RFC 3834: those who are away do not answer it. RFC 2919: by this a reader sorts it.
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Headers.Add(HeaderId.ListId, $"<{EventIds.ForHeader(notice.Subscription.Id)}.{from.Domain}>");
        if (notice.Alerts.Select(a => a.Change.EntryId).Distinct(StringComparer.Ordinal).Count() == 1)
        {
            // Nobody was ever sent the mail that they all refer to: it stands for the entry. Of an entry whose id has changed the mails so far go by the former one; what is to
            // come goes by the new one, and this mail, which names both, joins them.
            var threads = notice.Alerts.SelectMany(a => new[] { a.Change.Before?.Id ?? a.Change.EntryId, a.Change.EntryId }).Distinct(StringComparer.Ordinal)
                .Select(entry => $"entry/{EventIds.ForHeader(entry)}/{EventIds.ForHeader(notice.Subscription.Id)}@{from.Domain}").ToList();
            message.InReplyTo = threads[0];
            message.References.AddRange(threads);
        }

        return message;
    }
}
