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
    private readonly Option<string[]> without = new("--without") { HelpName = "option" };

    private IEnumerable<Option> All => [name, owner, labels, .. filter.All, .. channels.All, .. calm.All];

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

    /// <summary>Gives them to a command that changes what is stored, with the option that takes settings away.</summary>
    public void AddToChange(Command command)
    {
        AddTo(command);
        without.Description = "Takes away what this option has set (digest, quiet, actor, webhook …, without the dashes); may be given several times.";
        without.AcceptOnlyFromAmong([.. All.Select(Without.Word)]);
        command.Add(without);
    }

    /// <summary>All that was given, for a subscription that is new.</summary>
    public Subscription Read(ParseResult parse) => Read(parse, new Subscription(), Without.Nothing);

    /// <summary>Whether it asks for all that there is.</summary>
    public static bool IsEverything(Subscription subscription)
    {
        var asked = new Subscription(subscription) { Name = "", Owner = "", Calm = null };
        asked.Labels.Clear();
        asked.Channels.Clear();
        return FilterOptions.IsEverything(asked);
    }

    /// <summary>A subscription with all that was given in the place of what it had, and the fields that are to be changed.</summary>
    /// <exception cref="UsageException">Nothing was given, a value is none, or an option is both given and taken away.</exception>
    public (Subscription Changed, FieldMask Fields) Change(ParseResult parse, Subscription stored)
    {
        var taken = new Without(parse.GetValue(without) ?? []);
        var mask = new FieldMask();
        mask.Paths.AddRange(All.Where(o => IsGiven(parse, o) || taken.Has(o)).Select(Field).Distinct());
        var changed = Read(parse, stored, taken);
        changed.Id = stored.Id;
        return (changed, mask);
    }

    /// <summary>Refuses what changes nothing or contradicts itself, which needs no service to tell.</summary>
    /// <exception cref="UsageException">It does.</exception>
    public void CheckChange(ParseResult parse)
    {
        var taken = new Without(parse.GetValue(without) ?? []);
        if (!All.Any(o => IsGiven(parse, o) || taken.Has(o)))
            throw new UsageException("Say what to change: ./parley subscribe change --help lists the options.");
        if (All.FirstOrDefault(o => IsGiven(parse, o) && taken.Has(o)) is { } both)
            throw new UsageException($"Give {both.Name} or --without {Without.Word(both)}, not both.");
    }

    private Subscription Read(ParseResult parse, Subscription stored, Without taken)
    {
        var subscription = filter.Read(parse);
        subscription.Name = parse.GetValue(name) ?? "";
        subscription.Owner = parse.GetValue(owner) ?? "";
        foreach (var (key, value) in (parse.GetValue(labels) ?? []).Select(Label))
            subscription.Labels[key] = value;
        subscription.Channels.AddRange(channels.Read(parse, stored.Channels, taken));
        subscription.Calm = calm.Read(parse, stored.Calm, taken);
        return subscription;
    }

    private string Field(Option option) =>
        channels.All.Contains(option) ? "channels"
        : calm.All.Contains(option) ? "calm"
        : option == labels ? "labels"
        : option == name || option == owner ? Without.Word(option)
        : FilterOptions.Field(option);

    private static bool IsGiven(ParseResult parse, Option option) => parse.GetResult(option) is OptionResult { Implicit: false };

    /// <summary>A label as it is typed.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    public static (string Key, string Value) Label(string typed) => typed.Split('=', 2) is [{ Length: > 0 } key, var value]
        ? (key, value)
        : throw new UsageException($"--label {typed} is not key=value.");
}
