using System.CommandLine;
using Parley.Cli.Output;
using Parley.Cli.Running;
using Parley.Contracts;

namespace Parley.Cli.Commands;

/// <summary><c>parley ledger</c>: the ledger of a running system.</summary>
internal static class LedgerCommand
{
    public static Command Create()
    {
        var address = Clients.AddressOption();
        var asOf = new Option<string?>("--as-of") { Description = "As it was, going by what had been published by then (RFC 3339 or a day).", HelpName = "time" };
        var knownAt = new Option<string?>("--known-at") { Description = "As it was, going by what had reached Parley by then (RFC 3339 or a day).", HelpName = "time" };
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
        command.Add(asOf);
        command.Add(knownAt);
        command.Add(address);
        command.Add(json);
        command.SetAction(async (parse, cancellation) =>
        {
            var (published, known) = (Time(parse.GetValue(asOf), "--as-of"), Time(parse.GetValue(knownAt), "--known-at"));
            using var clients = Clients.Of(parse.GetValue(address));
            await LedgerLines.WriteAsync(LedgerLines.ReadAsync(clients.Ledger, published, known, cancellation), JsonOption.ForPrograms(parse, json));
            return 0;
        });
        return command;
    }

    private static DateTimeOffset? Time(string? text, string option) => text is null
        ? null
        : PublicationTime.Parse(text) ?? throw new UsageException($"{option} {text} is neither RFC 3339 (2020-06-14T12:00:00Z) nor a day (2020-06-14).");
}
