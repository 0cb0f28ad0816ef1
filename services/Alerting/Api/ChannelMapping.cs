using System.Globalization;
using System.Net;
using System.Net.Mail;
using Google.Protobuf.WellKnownTypes;
using Parley.Alerting.Delivery;
using Parley.Alerting.Subscriptions;
using Parley.Platform.Grpc;
using Parley.Platform.Security;
using Proto = Parley.Protocol.Type.V1;

namespace Parley.Alerting.Api;

/// <summary>Channels of a subscription as messages, and back with a check of each field.</summary>
internal sealed class ChannelMapping(DeliveryOptions options)
{
    private const int MostChannels = 10;
    private const int MostAddresses = 20;
    private const int LongestUrl = 2_000;
    private const int LongestQueue = 1_000_000;
    private static readonly TimeSpan ShortestExpiry = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestExpiry = TimeSpan.FromDays(30);

    public static Proto.Channel ToProto(Channel channel, string subscription)
    {
        var proto = new Proto.Channel { Id = channel.Id, Disabled = channel.Disabled ?? "" };
        switch (channel)
        {
            case QueueChannel queue:
                proto.Queue = new Proto.QueueChannel { MaxLength = queue.MaxLength, Expiry = Duration.FromTimeSpan(queue.Expiry), Queue = queue.NameFor(subscription) };
                break;
            case WebhookChannel webhook:
                proto.Webhook = new Proto.WebhookChannel { Url = webhook.Url };
                break;
            case EmailChannel email:
                proto.Email = new Proto.EmailChannel();
                proto.Email.To.AddRange(email.To);
                break;
        }

        return proto;
    }

    /// <summary>Channels as they were asked for; one whose id is known keeps it, another is given the next that is free.</summary>
    public IReadOnlyList<Channel> Read(IReadOnlyList<Proto.Channel> protos, IReadOnlyList<Channel> known, FieldCheck check)
    {
        var taken = new HashSet<string>(known.Select(c => c.Id), StringComparer.Ordinal);
        var kept = new HashSet<string>(StringComparer.Ordinal);
        return check.List(protos, "channels", MostChannels, (proto, field) =>
        {
            var id = proto.Id;
            if (id.Length > 0 && (!taken.Contains(id) || !kept.Add(id)))
                check.Wrong($"{field}.id", "is not one of this subscription's, or stands twice; leave it out for a new channel");
            if (id.Length == 0)
            {
                var number = 1;
                while (!taken.Add(id = number.ToString(CultureInfo.InvariantCulture)))
                    number++;
            }

            return Read(proto, id, field, check);
        });
    }

    private Channel? Read(Proto.Channel proto, string id, string field, FieldCheck check)
    {
        switch (proto.KindCase)
        {
            case Proto.Channel.KindOneofCase.Queue:
                if (!options.HasBroker)
                    check.Wrong($"{field}.queue", "needs RabbitMQ, which this system runs without");
                return new QueueChannel
                {
                    Id = id,
                    MaxLength = check.Number(proto.Queue.MaxLength, $"{field}.queue.max_length", 1, LongestQueue, new QueueChannel { Id = id }.MaxLength),
                    Expiry = Expiry(proto.Queue.Expiry, id, $"{field}.queue.expiry", check),
                };
            case Proto.Channel.KindOneofCase.Webhook:
                return new WebhookChannel { Id = id, Url = Url(proto.Webhook.Url, $"{field}.webhook.url", check) };
            case Proto.Channel.KindOneofCase.Email:
                if (!options.HasMail)
                    check.Wrong($"{field}.email", "needs a mail server, and the operator has set none (Parley:Mail)");
                if (proto.Email.To.Count == 0)
                    check.Wrong($"{field}.email.to", "is empty");
                return new EmailChannel { Id = id, To = check.List(proto.Email.To, $"{field}.email.to", MostAddresses, (to, at) => Address(to, at, check)) };
            default:
                check.Wrong(field, "names neither a queue nor a webhook nor mail");
                return null;
        }
    }

    private static TimeSpan Expiry(Duration? expiry, string id, string field, FieldCheck check)
    {
        if (expiry is null)
            return new QueueChannel { Id = id }.Expiry;
        var span = Times.Span(expiry) ?? TimeSpan.MaxValue;
        if (span < ShortestExpiry || span > LongestExpiry)
            check.Wrong(field, "is not between a minute and 30 days");
        return span;
    }

    private string Url(string text, string field, FieldCheck check)
    {
        if (text.Length > LongestUrl)
            check.Wrong(field, string.Create(CultureInfo.InvariantCulture, $"has {text.Length:N0} characters, {LongestUrl:N0} are allowed"));
        else if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || !(url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && options.AllowHttp)))
            check.Wrong(field, options.AllowHttp ? "is not an https or http address" : "is not an https address");
        else if (url.UserInfo.Length > 0)
            check.Wrong(field, "has a user or password in it; requests are signed instead");
        // A name may lead elsewhere by the time it is called, and is looked at then.
        else if (!options.AllowPrivateAddresses && IPAddress.TryParse(url.IdnHost.TrimEnd('.'), out var address) && PublicAddresses.WhyNot(address) is { } reason)
            check.Wrong(field, $"is at no public address: {reason}; the operator can allow it (Parley:Delivery:AllowPrivateAddresses)");
        return text;
    }

    private static string? Address(string text, string field, FieldCheck check)
    {
        if (text.Length <= 254 && MailAddress.TryCreate(text, out var address) && address.Address == text)
            return text;
        check.Wrong(field, "is not a mail address");
        return null;
    }
}
