using System.CommandLine;
using Google.Protobuf.WellKnownTypes;
using Parley.Cli.Output;
using Parley.Cli.Running;
using Parley.Contracts;
using Parley.Contracts.Protocol;
using Parley.Protocol.Extraction.V1;

namespace Parley.Cli.Commands;

/// <summary><c>parley ledger</c>: the ledger of a running system, or one entry of it.</summary>
internal static class LedgerCommand
{
    private static readonly string[] Orders = ["start", "start desc", "last_published", "last_published desc"];

    public static Command Create()
    {
        var entry = IdArgument.Optional("entry", "Only this entry, by its id or one that it had before, with its whole history.");
        var address = Clients.AddressOption();
        var moment = new MomentOptions();
        var filter = new LedgerFilterOptions();
        var order = new Option<string?>("--order") { Description = "By first day, or by last publication; with desc the last one first.", HelpName = "order" };
        order.AcceptOnlyFromAmong(Orders);
        var json = JsonOption.Create("an entry each, with its history and the sentence that proves each step");
        var command = new ParleyCommand("ledger", CommandGroup.Running, "Prints the ledger: every talks and every ceasefire, with its history.")
        {
            Examples =
            [
                new("./parley ledger", "a table"),
                new("./parley ledger talks-5d8b1c --as-of 2020-06-14T12:00:00Z", "one entry as it was, going by what had been published by then"),
                new("./parley ledger --actor Turkey --status planned --status postponed --from 2020-06-01 --order 'last_published desc'", "what is ahead of one party"),
                new("./parley ledger | jq -r '[.start, .type, .status, ([.participants[].id] | join(\"+\"))] | @tsv'", "for a spreadsheet"),
            ],
        };
        command.Add(entry);
        moment.AddTo(command);
        filter.AddTo(command);
        command.Add(order);
        command.Add(address);
        command.Add(json);
        command.SetAction(async (parse, cancellation) =>
        {
            var (published, known) = moment.Read(parse);
            var forPrograms = JsonOption.ForPrograms(parse, json);
            var request = filter.Read(parse);
            (request.AsOf, request.KnownAt, request.OrderBy) = (published?.ToTimestamp(), known?.ToTimestamp(), parse.GetValue(order) ?? "");
            if (parse.GetValue(entry) is not { } id)
            {
                using var all = Clients.Of(parse.GetValue(address));
                await LedgerLines.WriteAsync(LedgerLines.ReadAsync(all.Ledger, request, cancellation), forPrograms);
                return 0;
            }
            if (LedgerFilterOptions.IsNarrowed(request) || request.OrderBy.Length > 0)
                throw new UsageException("One entry is one entry: leave --type, --status, --actor, --from, --until and --order out.");
            using var clients = Clients.Of(parse.GetValue(address));
            var found = await clients.Ledger.GetEntryAsync(new GetEntryRequest { EntryId = id, AsOf = published?.ToTimestamp(), KnownAt = known?.ToTimestamp() }, cancellationToken: cancellation);
            Write(found.Entry.ToDomain(), forPrograms);
            return 0;
        });
        return command;
    }

    private static void Write(Entry entry, bool json)
    {
        if (json)
            Console.Out.WriteLine(LedgerLines.Of(entry));
        else
            EntryView.Show(Terminal.Out, entry);
    }
}
