using System.CommandLine;
using System.CommandLine.Parsing;
using Google.Protobuf.WellKnownTypes;
using Parley.Protocol.Type.V1;
using Option = System.CommandLine.Option;

namespace Parley.Cli.Commands;

/// <summary>The options of a subscription: what, where to, how much at a time, and under which name.</summary>
internal sealed class SubscriptionOptions
{
    private readonly FilterOptions filter = new();
    private readonly ChannelOptions channels = new();
    private readonly CalmOptions calm = new();
    private readonly Option<string?> name = new("--name") { Description = "What to call it; the other commands find it by its name.", HelpName = "name" };
    private readonly Option<string?> owner = new("--owner") { Description = "Whose it is.", HelpName = "name" };
    private readonly Option<string[]> labels = new("--label") { Description = "A note of your own, to find it by.", HelpName = "key=value" };

    /// <summary>Gives them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(name);
        command.Add(owner);
        command.Add(labels);
        filter.AddTo(command);
        channels.AddTo(command);
        calm.AddTo(command);
    }

    /// <summary>Only what it asks for.</summary>
    public Subscription Filter(ParseResult parse) => filter.Read(parse);

    /// <summary>All that was given.</summary>
    public Subscription Read(ParseResult parse)
    {
        var subscription = filter.Read(parse);
        subscription.Name = parse.GetValue(name) ?? "";
        subscription.Owner = parse.GetValue(owner) ?? "";
        foreach (var label in parse.GetValue(labels) ?? [])
        {
            var (key, value) = Label(label);
            subscription.Labels[key] = value;
        }

        subscription.Channels.AddRange(channels.Read(parse));
        subscription.Calm = calm.Read(parse);
        return subscription;
    }

    /// <summary>The fields whose options were given.</summary>
    public FieldMask Given(ParseResult parse)
    {
        var mask = new FieldMask();
        mask.Paths.AddRange(filter.Given(parse));
        mask.Paths.AddRange(new Option[] { name, owner }.Where(o => parse.GetResult(o) is OptionResult { Implicit: false }).Select(o => o.Name[2..]));
        if (parse.GetResult(labels) is OptionResult { Implicit: false })
            mask.Paths.Add("labels");
        if (channels.AreGiven(parse))
            mask.Paths.Add("channels");
        if (calm.AreGiven(parse))
            mask.Paths.Add("calm");
        return mask;
    }

    private static (string Key, string Value) Label(string typed) => typed.Split('=', 2) is [{ Length: > 0 } key, var value]
        ? (key, value)
        : throw new UsageException($"--label {typed} is not key=value.");
}
