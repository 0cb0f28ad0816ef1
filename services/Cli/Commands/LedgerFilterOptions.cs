using System.CommandLine;
using Parley.Contracts;
using Parley.Contracts.Protocol;
using Parley.Protocol.Extraction.V1;

namespace Parley.Cli.Commands;

/// <summary>The options that say which entries of the ledger to print. Statuses widen one another, all else narrows.</summary>
internal sealed class LedgerFilterOptions
{
    private readonly Option<string?> type = new("--type") { Description = "Only talks, or only ceasefires.", HelpName = "type" };
    private readonly Option<string[]> statuses = new("--status") { Description = "Only those at this stage; may be given several times.", HelpName = "status" };
    private readonly Option<string[]> actors =
        FilterOptions.ActorOption<string[]>("Only those with this party, by id (TUR, GNA) or name (Turkey); given several times: with all of them.");

    private readonly Option<string?> from = new("--from") { Description = "Only those that begin on this day or later; the undated by their first publication.", HelpName = "day" };
    private readonly Option<string?> until = new("--until") { Description = "Only those that begin on this day or earlier.", HelpName = "day" };

    /// <summary>Gives them to a command.</summary>
    public void AddTo(Command command)
    {
        type.AcceptOnlyFromAmong([.. WireWord.All<EntryType>()]);
        statuses.AcceptOnlyFromAmong([.. WireWord.All<EntryStatus>()]);
        foreach (var option in new Option[] { type, statuses, actors, from, until })
            command.Add(option);
    }

    /// <summary>What was asked for.</summary>
    public ListEntriesRequest Read(ParseResult parse)
    {
        var request = new ListEntriesRequest();
        if (parse.GetValue(type) is { } word)
            request.Type = WireWord.Parse<EntryType>(word).ToProto<EntryType, Protocol.Type.V1.EntryType>();
        request.Statuses.AddRange((parse.GetValue(statuses) ?? []).Select(s => WireWord.Parse<EntryStatus>(s).ToProto<EntryStatus, Protocol.Type.V1.EntryStatus>()));
        request.Actors.AddRange((parse.GetValue(actors) ?? []).Select(FilterOptions.ActorId));
        request.From = parse.GetValue(from) is { } first ? PinValues.Day("--from", first) : null;
        request.Until = parse.GetValue(until) is { } last ? PinValues.Day("--until", last) : null;
        return request;
    }

    /// <summary>Whether something was asked for.</summary>
    public static bool IsNarrowed(ListEntriesRequest request) =>
        request.Type != default || request.Statuses.Count + request.Actors.Count > 0 || request.From is not null || request.Until is not null;
}
