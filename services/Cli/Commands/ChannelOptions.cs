using System.CommandLine;
using System.CommandLine.Parsing;
using Parley.Protocol.Type.V1;

namespace Parley.Cli.Commands;

/// <summary>The options that say where alerts are pushed to.</summary>
internal sealed class ChannelOptions
{
    private readonly Option<string[]> webhooks = new("--webhook") { Description = "Push to this https address, signed by Standard Webhooks.", HelpName = "url" };
    private readonly Option<string[]> mails = new("--email") { Description = "Push by mail to this address.", HelpName = "address" };
    private readonly Option<bool> queue = new("--queue") { Description = "Push to a queue of its own on RabbitMQ; the answer names it." };

    private IEnumerable<Option> All => [webhooks, mails, queue];

    /// <summary>Gives them to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in All)
            command.Add(option);
    }

    /// <summary>Whether any was given.</summary>
    public bool AreGiven(ParseResult parse) => All.Any(o => parse.GetResult(o) is OptionResult { Implicit: false });

    /// <summary>What was asked for. All addresses are of one channel of mail.</summary>
    public IEnumerable<Channel> Read(ParseResult parse)
    {
        foreach (var url in parse.GetValue(webhooks) ?? [])
            yield return new Channel { Webhook = new WebhookChannel { Url = url } };
        if (parse.GetValue(mails) is { Length: > 0 } to)
            yield return new Channel { Email = new EmailChannel { To = { to } } };
        if (parse.GetValue(queue))
            yield return new Channel { Queue = new QueueChannel() };
    }
}
