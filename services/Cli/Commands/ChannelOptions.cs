using System.CommandLine;
using Parley.Protocol.Type.V1;

namespace Parley.Cli.Commands;

/// <summary>The options that say where alerts are pushed to.</summary>
internal sealed class ChannelOptions
{
    private readonly Option<string[]> webhooks = new("--webhook") { Description = "Push to this https address, signed by Standard Webhooks.", HelpName = "url" };
    private readonly Option<string[]> mails = new("--email") { Description = "Push by mail to this address.", HelpName = "address" };
    private readonly Option<bool> queue = new("--queue") { Description = "Push to a queue of its own on RabbitMQ; the answer names it." };

    /// <summary>Each of them.</summary>
    public IEnumerable<Option> All => [webhooks, mails, queue];

    /// <summary>Gives them to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in All)
            command.Add(option);
    }

    /// <summary>
    /// What was asked for, else what is stored and not taken away. What leads where a stored one leads is that channel, so that a webhook keeps its secret
    /// and a queue its name. All addresses are of one channel of mail.
    /// </summary>
    public IEnumerable<Channel> Read(ParseResult parse, IReadOnlyList<Channel> stored, Without without)
    {
        var left = stored.Where(c => !IsTaken(c, without)).ToList();
        var asked = Asked(parse).ToList();
        return asked.Count == 0 ? left : asked.Select(channel => Known(channel, left));
    }

    private IEnumerable<Channel> Asked(ParseResult parse)
    {
        foreach (var url in (parse.GetValue(webhooks) ?? []).Distinct(StringComparer.Ordinal))
            yield return new Channel { Webhook = new WebhookChannel { Url = url } };
        if (parse.GetValue(mails) is { Length: > 0 } to)
            yield return new Channel { Email = new EmailChannel { To = { to } } };
        if (parse.GetValue(queue))
            yield return new Channel { Queue = new QueueChannel() };
    }

    private bool IsTaken(Channel channel, Without without) => channel.KindCase switch
    {
        Channel.KindOneofCase.Webhook => without.Has(webhooks),
        Channel.KindOneofCase.Email => without.Has(mails),
        Channel.KindOneofCase.Queue => without.Has(queue),
        _ => false,
    };

    private static Channel Known(Channel asked, List<Channel> stored)
    {
        if (stored.Find(known => LeadsTo(known, asked)) is not { } found)
            return asked;
        stored.Remove(found);
        asked.Id = found.Id;
        // The length and the expiry of a queue, for which there is no option, stay too.
        if (found.Queue is { } queue)
            asked.Queue = queue.Clone();
        return asked;
    }

    private static bool LeadsTo(Channel known, Channel asked) => known.KindCase == asked.KindCase && known.KindCase switch
    {
        Channel.KindOneofCase.Webhook => known.Webhook.Url == asked.Webhook.Url,
        Channel.KindOneofCase.Email => known.Email.To.Intersect(asked.Email.To, StringComparer.OrdinalIgnoreCase).Any(),
        _ => true,
    };
}
