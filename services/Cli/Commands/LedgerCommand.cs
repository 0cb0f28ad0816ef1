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
        var asOf = new Option<string?>("--as-of") { Description = "As it was, going by what had been published by then (RFC 3339 or a day)." };
        var knownAt = new Option<string?>("--known-at") { Description = "As it was, going by what had reached Parley by then (RFC 3339 or a day)." };
        var command = new Command("ledger",
            """
            Prints the ledger as JSON, an entry a line, with its history and the sentence that proves each step.

            Examples:
              ./parley ledger | jq -r '[.start, .type, .status, ([.participants[].id] | join("+"))] | @tsv'
              ./parley ledger --as-of 2020-06-14T12:00:00Z
            """)
        {
            address, asOf, knownAt,
        };
        command.SetAction(async (parse, cancellation) =>
        {
            using var clients = Clients.Of(parse.GetValue(address));
            var (published, known) = (Time(parse.GetValue(asOf), "--as-of"), Time(parse.GetValue(knownAt), "--known-at"));
            await foreach (var entry in LedgerLines.ReadAsync(clients.Ledger, published, known, cancellation))
                await Console.Out.WriteLineAsync(LedgerLines.Of(entry));
            return 0;
        });
        return command;
    }

    private static DateTimeOffset? Time(string? text, string option) => text is null
        ? null
        : PublicationTime.Parse(text) ?? throw new UsageException($"{option} {text} is neither RFC 3339 (2020-06-14T12:00:00Z) nor a day (2020-06-14).");
}
