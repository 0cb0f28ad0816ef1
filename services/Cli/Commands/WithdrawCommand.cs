using System.CommandLine;
using System.Text.Json;
using Parley.Cli.Running;
using Parley.Contracts;
using Parley.Protocol.Ingestion.V1;

namespace Parley.Cli.Commands;

/// <summary><c>parley withdraw</c>: takes back an article that its outlet took back.</summary>
internal static class WithdrawCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("id") { Description = "The article's id, as ./parley search and ./parley ledger name it." };
        var at = new Option<string>("--at")
        {
            Description = "When the outlet took it back: a time with its offset, or a day; now, unless given.",
            HelpName = "time",
            DefaultValueFactory = _ => "",
        };
        var reason = new Option<string>("--reason") { Description = "Why, for those who look it up later.", HelpName = "text", DefaultValueFactory = _ => "" };
        var address = Clients.AddressOption();
        var json = JsonOption.Create("{\"id\",\"outcome\",\"withdrawn_at\",\"version_id\"}");
        var command = new ParleyCommand("withdraw", CommandGroup.Running, "Takes an article back: what it said stands no longer.")
        {
            Details =
                """
                From then on nothing counts that this article said; what it said until then stays in the record. To withdraw many, or to correct one,
                give ./parley ingest a file. A version of the article that is later than the withdrawal brings it back.
                """,
            Examples =
            [
                new("./parley withdraw wire/7", "from now on"),
                new("./parley withdraw wire/7 --at 2020-06-14T18:00:00+03:00 --reason 'wrong minister'", "from the time when the outlet did"),
            ],
        };
        command.Add(id);
        foreach (var option in new Option[] { at, reason, address, json })
            command.Add(option);
        command.SetAction(async (parse, cancellation) =>
        {
            using var clients = Clients.Of(parse.GetValue(address));
            var request = new WithdrawArticleRequest { ArticleId = parse.GetValue(id), WithdrawnAt = parse.GetValue(at), Reason = parse.GetValue(reason) };
            var withdrawn = await clients.Ingestion.WithdrawArticleAsync(request, cancellationToken: cancellation);
            await Console.Out.WriteLineAsync(JsonOption.ForPrograms(parse, json) ? Line(request, withdrawn) : Words(withdrawn));
            return 0;
        });
        return command;
    }

    private static string Line(WithdrawArticleRequest request, WithdrawArticleResponse withdrawn) => JsonSerializer.Serialize(
        new { Id = request.ArticleId, Outcome = WireWord.Of(withdrawn.Outcome), WithdrawnAt = withdrawn.WithdrawnAt.ToDateTimeOffset(), withdrawn.VersionId }, ParleyJson.Line);

    private static string Words(WithdrawArticleResponse withdrawn) =>
        $"withdrawn{(withdrawn.Outcome == SubmissionOutcome.AlreadyKnown ? " already" : "")}, from {withdrawn.WithdrawnAt.ToDateTimeOffset():yyyy-MM-dd HH:mm:ss} UTC on";
}
