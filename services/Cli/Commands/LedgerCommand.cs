using System.CommandLine;
using Parley.Cli.Output;
using Parley.Cli.Running;

namespace Parley.Cli.Commands;

/// <summary><c>parley ledger</c>: the ledger of a running system.</summary>
internal static class LedgerCommand
{
    public static Command Create()
    {
        var address = Clients.AddressOption();
        var moment = new MomentOptions();
        var json = JsonOption.Create("an entry each, with its history and the sentence that proves each step");
        var command = new ParleyCommand("ledger", CommandGroup.Running, "Prints the ledger: every talks and every ceasefire, with its history.")
        {
            Examples =
            [
                new("./parley ledger", "a table"),
                new("./parley ledger --as-of 2020-06-14T12:00:00Z", "as it was, going by what had been published by then"),
                new("./parley ledger | jq -r '[.start, .type, .status, ([.participants[].id] | join(\"+\"))] | @tsv'", "for a spreadsheet"),
                new("./parley ledger | jq 'select(.disputed) | .history'", "where sources contradict one another"),
            ],
        };
        moment.AddTo(command);
        command.Add(address);
        command.Add(json);
        command.SetAction(async (parse, cancellation) =>
        {
            var (published, known) = moment.Read(parse);
            using var clients = Clients.Of(parse.GetValue(address));
            await LedgerLines.WriteAsync(LedgerLines.ReadAsync(clients.Ledger, published, known, cancellation), JsonOption.ForPrograms(parse, json));
            return 0;
        });
        return command;
    }
}
