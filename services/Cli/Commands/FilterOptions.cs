using System.CommandLine;
using Parley.Cli.Actors;
using Parley.Contracts;
using Parley.Contracts.Protocol;
using Parley.Protocol.Type.V1;
using EntryStatus = Parley.Contracts.EntryStatus;
using EntryType = Parley.Contracts.EntryType;

namespace Parley.Cli.Commands;

/// <summary>The options that say what to be alerted to. Values of one option widen it, options narrow one another.</summary>
internal sealed class FilterOptions
{
    public Option<string[]> Actors { get; } = ActorOption<string[]>("Only with this party, by id (TUR, GNA) or name (Turkey); may be given several times.");

    public Option<string[]> Types { get; } = new("--type") { Description = "Only talks, or only ceasefires.", HelpName = "type" };

    public Option<string[]> Statuses { get; } = new("--status")
    {
        Description = "Only changes to this status (planned, postponed, collapsed …); may be given several times.",
        HelpName = "status",
    };

    /// <summary>--actor, with the known ids for the shell.</summary>
    public static Option<T> ActorOption<T>(string description)
    {
        var option = new Option<T>("--actor") { Description = description, HelpName = "actor" };
        option.CompletionSources.Add(_ => ActorNames.Completions());
        return option;
    }

    /// <summary>The id of an actor that was typed; a remark on it goes to standard error.</summary>
    public static string ActorId(string typed)
    {
        var actor = ActorNames.Resolve(typed);
        if (actor.Remark is { } remark)
            Console.Error.WriteLine($"parley: {remark}");
        return actor.Id;
    }

    /// <summary>Gives them to a command.</summary>
    public void AddTo(Command command)
    {
        Types.AcceptOnlyFromAmong([.. WireWord.All<EntryType>()]);
        Statuses.AcceptOnlyFromAmong([.. WireWord.All<EntryStatus>()]);
        command.Add(Actors);
        command.Add(Types);
        command.Add(Statuses);
    }

    /// <summary>What was asked for.</summary>
    public Subscription Read(ParseResult parse)
    {
        var filter = new Subscription();
        filter.Actors.AddRange((parse.GetValue(Actors) ?? []).Select(ActorId));
        filter.Types_.AddRange((parse.GetValue(Types) ?? []).Select(t => WireWord.Parse<EntryType>(t).ToProto<EntryType, Protocol.Type.V1.EntryType>()));
        filter.Statuses.AddRange((parse.GetValue(Statuses) ?? []).Select(s => WireWord.Parse<EntryStatus>(s).ToProto<EntryStatus, Protocol.Type.V1.EntryStatus>()));
        return filter;
    }

    /// <summary>Nothing was asked for, which means everything.</summary>
    public static bool IsEverything(Subscription filter) => filter.Actors.Count + filter.Types_.Count + filter.Statuses.Count == 0;
}
