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
        if (notice.Alerts.Select(a => a.Change.EntryId).Distinct(StringComparer.Ordinal).ToList() is [var entry])
        {
            // Nobody was ever sent the mail that they all refer to: it stands for the entry.
            var thread = $"entry/{EventIds.ForHeader(entry)}/{EventIds.ForHeader(notice.Subscription.Id)}@{from.Domain}";
            message.InReplyTo = thread;
            message.References.Add(thread);
        }

        return message;
    }
}
