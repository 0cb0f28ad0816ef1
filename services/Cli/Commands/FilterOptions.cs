using System.CommandLine;
using System.CommandLine.Parsing;
using Parley.Cli.Names;
using Parley.Contracts;
using Parley.Contracts.Protocol;
using Parley.Protocol.Type.V1;
using EntryKind = Parley.Contracts.EntryKind;
using EntryStatus = Parley.Contracts.EntryStatus;
using EntryType = Parley.Contracts.EntryType;
using Proto = Parley.Protocol.Type.V1;
using Severity = Parley.Alerting.Matching.Severity;

namespace Parley.Cli.Commands;

/// <summary>The options that say what to be alerted to. Values of one option widen it, options narrow one another.</summary>
internal sealed class FilterOptions
{
    private const int MostOutlets = 100;

    private readonly Option<string[]> actors = ActorOption<string[]>("Only with this party, by id (TUR, GNA) or name (Turkey); may be given several times.");
    private readonly Option<string[]> pairs = new("--pair") { Description = "Only with both of these parties: Turkey+Russia; widens --actor.", HelpName = "actor+actor" };
    private readonly Option<string[]> places = new("--place") { Description = "Only there: a country by code (LBY) or name (Libya), or a town or region in it by name.", HelpName = "place" };
    private readonly Option<string[]> topics = new("--topic") { Description = "Only about this conflict or country.", HelpName = "name" };
    private readonly Option<string[]> types = new("--type") { Description = "Only talks, or only ceasefires.", HelpName = "type" };
    private readonly Option<string[]> kinds = new("--kind") { Description = "Only of this kind (visit, call, truce …).", HelpName = "kind" };
    private readonly Option<string[]> statuses = new("--status") { Description = "Only changes to this status (planned, postponed, collapsed …); may be given several times.", HelpName = "status" };
    private readonly Option<string[]> moves = new("--move") { Description = "Only from one status to another: planned:cancelled, in_force:, :collapsed.", HelpName = "from:to" };
    private readonly Option<string[]> words = new("--word") { Description = "Only where the sentence that proves it has this word or phrase.", HelpName = "text" };
    private readonly Option<double?> confidence = NumberOption.Create("--min-confidence", "Only from this confidence up, 0 to 1.", 0.0, 1.0, "share");
    private readonly Option<int?> outlets = NumberOption.Create("--outlets", "Only when so many outlets have told it; 2 waits for a second source.", 0, MostOutlets);
    private readonly Option<string?> severity = new("--min-severity") { Description = "Only from this severity up: info, notice, warning, critical.", HelpName = "severity" };
    private readonly Option<bool> sources = new("--further-sources") { Description = "Also when a further article tells what is known already." };

    /// <summary>Each of them.</summary>
    public IEnumerable<Option> All => [actors, pairs, places, topics, types, kinds, statuses, moves, words, confidence, outlets, severity, sources];

    /// <summary>--actor, with the known ids for the shell.</summary>
    public static Option<T> ActorOption<T>(string description)
    {
        var option = new Option<T>("--actor") { Description = description, HelpName = "actor" };
        option.CompletionSources.Add(_ => ActorNames.Completions());
        return option;
    }

    /// <summary>The id of an actor that was typed; a remark on it goes to standard error.</summary>
    public static string ActorId(string typed) => new Remarks().Say(ActorNames.Resolve(typed));

    /// <summary>Gives them to a command.</summary>
    public void AddTo(Command command)
    {
        types.AcceptOnlyFromAmong([.. WireWord.All<EntryType>()]);
        kinds.AcceptOnlyFromAmong([.. WireWord.All<EntryKind>()]);
        statuses.AcceptOnlyFromAmong([.. WireWord.All<EntryStatus>()]);
        severity.AcceptOnlyFromAmong([.. WireWord.All<Severity>()]);
        foreach (var option in All)
            command.Add(option);
    }

    /// <summary>What was asked for.</summary>
    public Subscription Read(ParseResult parse)
    {
        var filter = new Subscription
        {
            MinConfidence = parse.GetValue(confidence) ?? 0,
            MinOutlets = parse.GetValue(outlets) ?? 0,
            MinSeverity = parse.GetValue(severity) is { } least ? WireWord.Parse<Severity>(least).ToProto<Severity, Proto.Severity>() : Proto.Severity.Unspecified,
            FurtherSources = parse.GetValue(sources),
        };
        var remarks = new Remarks();
        filter.Actors.AddRange((parse.GetValue(actors) ?? []).Select(a => remarks.Say(ActorNames.Resolve(a))));
        filter.Pairs.AddRange((parse.GetValue(pairs) ?? []).Select(p => Pair(p, remarks)));
        filter.Places.AddRange((parse.GetValue(places) ?? []).Select(p => remarks.Say(PlaceNames.Resolve(p))));
        filter.Topics.AddRange((parse.GetValue(topics) ?? []).Select(t => remarks.Say(PlaceNames.ResolveTopic(t))));
        filter.Types_.AddRange((parse.GetValue(types) ?? []).Select(t => WireWord.Parse<EntryType>(t).ToProto<EntryType, Proto.EntryType>()));
        filter.Kinds.AddRange((parse.GetValue(kinds) ?? []).Select(k => WireWord.Parse<EntryKind>(k).ToProto<EntryKind, Proto.EntryKind>()));
        filter.Statuses.AddRange((parse.GetValue(statuses) ?? []).Select(s => Status(s, "--status")));
        filter.Moves.AddRange((parse.GetValue(moves) ?? []).Select(Move));
        filter.Words.AddRange(parse.GetValue(words) ?? []);
        return filter;
    }

    /// <summary>Whether any was given.</summary>
    public bool IsGiven(ParseResult parse) => All.Any(o => parse.GetResult(o) is OptionResult { Implicit: false });

    /// <summary>The field of a subscription that an option sets.</summary>
    public static string Field(Option option) => option.Name switch
    {
        "--min-confidence" => "min_confidence",
        "--outlets" => "min_outlets",
        "--min-severity" => "min_severity",
        "--further-sources" => "further_sources",
        "--status" => "statuses",
        var name => name[2..] + "s",
    };

    /// <summary>Nothing was asked for, which means everything.</summary>
    public static bool IsEverything(Subscription filter) => filter.CalculateSize() == 0;

    /// <summary>Only parties and types were asked for.</summary>
    public static bool IsOfPartiesAndTypes(Subscription filter)
    {
        var rest = filter.Clone();
        rest.Actors.Clear();
        rest.Types_.Clear();
        return IsEverything(rest);
    }

    private static ActorPair Pair(string typed, Remarks remarks) => typed.Split('+') is [{ Length: > 0 } one, { Length: > 0 } other]
        ? new ActorPair { One = remarks.Say(ActorNames.Resolve(one.Trim())), Other = remarks.Say(ActorNames.Resolve(other.Trim())) }
        : throw new UsageException($"--pair {typed} does not name two parties, such as Turkey+Russia.");

    private static StatusMove Move(string typed) => typed.Split(':') is [var from, var to]
        ? new StatusMove { From = from.Length == 0 ? default : Status(from, "--move"), To = to.Length == 0 ? default : Status(to, "--move") }
        : throw new UsageException($"--move {typed} is not from:to, such as planned:cancelled or :collapsed.");

    private static Proto.EntryStatus Status(string typed, string option) => WireWord.All<EntryStatus>().Contains(typed)
        ? WireWord.Parse<EntryStatus>(typed).ToProto<EntryStatus, Proto.EntryStatus>()
        : throw new UsageException($"{option}: {typed} is no status; there are {string.Join(", ", WireWord.All<EntryStatus>())}.");
}
