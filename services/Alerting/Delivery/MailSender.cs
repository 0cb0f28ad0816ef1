using System.Collections.Concurrent;
using System.Globalization;
using MailKit.Net.Smtp;
using MimeKit;
using Parley.Alerting.Subscriptions;

namespace Parley.Alerting.Delivery;

/// <summary>Sends mails by SMTP.</summary>
internal sealed class MailSender : IChannelSender, IDisposable
{
    /// <summary>Mail servers take only so many connections from one machine.</summary>
    private const int MostConnections = 8;

    /// <summary>Of more than these it is forgotten who has had a mail; some may then get it twice, under the same Message-ID.</summary>
    private const int MostRemembered = 10_000;

    private readonly MailOptions _options;
    private readonly LinkMaker _links;
    private readonly MailboxAddress _from;
    private readonly SemaphoreSlim _connections = new(MostConnections);

    /// <summary>Who has taken a mail that others are to get yet.</summary>
    private readonly ConcurrentDictionary<(Guid Batch, string Subscription, string Channel), IReadOnlySet<string>> _taken = new();

    public MailSender(MailOptions options, LinkMaker links)
    {
        (_options, _links) = (options, links);
        var from = MailboxAddress.Parse(options.From!);
        _from = new MailboxAddress(string.IsNullOrEmpty(from.Name) ? "Parley" : from.Name, from.Address);
    }

    public bool SendsTo(Channel channel) => channel is EmailChannel;

    public async Task<Outcome> SendAsync(Notice notice, Channel channel, CancellationToken cancellation)
    {
        var key = (notice.BatchId, notice.Subscription.Id, channel.Id);
        var had = _taken.GetValueOrDefault(key) ?? new HashSet<string>();
        using var message = MailWriter.Write(notice, (EmailChannel)channel, _from, _links);
        var recipients = message.To.Mailboxes.Where(m => !had.Contains(m.Address)).ToList();
        await _connections.WaitAsync(cancellation);
        try
        {
            using var session = new MailSession(_options);
            await session.OpenAsync(cancellation);
            return Remember(key, had, await SendAsync(session, message, recipients, cancellation));
        }
        catch (SmtpCommandException e)
        {
            // That the message itself is refused stays so; that the sender is, the operator can mend.
            var final = e.ErrorCode == SmtpErrorCode.MessageNotAccepted && (int)e.StatusCode >= 500;
            return new Outcome(false, string.Create(CultureInfo.InvariantCulture, $"{(int)e.StatusCode} {AnswerText.Clean(e.Message)}")) { Final = final };
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return new Outcome(false, AnswerText.Clean(e.GetBaseException().Message));
        }
        finally
        {
            _connections.Release();
        }
    }

    public void Dispose() => _connections.Dispose();

    private static async Task<Sent> SendAsync(MailSession session, MimeMessage message, IReadOnlyList<MailboxAddress> recipients, CancellationToken cancellation)
    {
        var answer = "";
        try
        {
            answer = AnswerText.Clean(await session.SendAsync(message, message.From.Mailboxes.Single(), recipients, cancellation));
        }
        catch (SmtpCommandException) when (session.Refused.Count == recipients.Count)
        {
            // Nobody was left to send it to, and each refusal says why.
        }

        try
        {
            await session.DisconnectAsync(quit: true, cancellation);
        }
        catch (Exception)
        {
            // The mail is out or refused by now, whatever becomes of the farewell.
        }

        return new Sent(answer, recipients.Select(r => r.Address).Except(session.Refused.Select(r => r.Mailbox.Address)).ToHashSet(StringComparer.Ordinal), session.Refused);
    }

    private Outcome Remember((Guid Batch, string Subscription, string Channel) key, IReadOnlySet<string> had, Sent sent)
    {
        var taken = had.Concat(sent.Taken).ToHashSet(StringComparer.Ordinal);
        var said = string.Join("; ", new[] { sent.Answer }.Concat(sent.Refused.Select(r => AnswerText.Clean($"{r.Mailbox.Address}: {(int)r.Response.StatusCode} {r.Response.Response}")))
            .Where(t => t.Length > 0));
        if (sent.Refused.Any(r => (int)r.Response.StatusCode < 500))
        {
            if (_taken.Count >= MostRemembered)
                _taken.Clear();
            if (taken.Count > 0)
                _taken[key] = taken;
            return new Outcome(false, said);
        }

        _taken.TryRemove(key, out _);
        return new Outcome(taken.Count > 0, said) { Final = taken.Count == 0 };
    }

    /// <param name="Answer">What the server said to the message; empty where it came to none.</param>
    /// <param name="Taken">Whom it took it for.</param>
    /// <param name="Refused">Whom not, and why.</param>
    private sealed record Sent(string Answer, IReadOnlySet<string> Taken, IReadOnlyList<(MailboxAddress Mailbox, SmtpResponse Response)> Refused);
}
