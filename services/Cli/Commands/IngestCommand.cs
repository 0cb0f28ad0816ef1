using System.CommandLine;
using System.Text.Json;
using Grpc.Core;
using Parley.Cli.Articles;
using Parley.Cli.Running;
using Parley.Contracts;
using Parley.Protocol.Ingestion.V1;
using Intake = Parley.Protocol.Type.V1.Intake;

namespace Parley.Cli.Commands;

/// <summary><c>parley ingest</c>: files into a running system.</summary>
internal static class IngestCommand
{
    public static Command Create()
    {
        var paths = PathOptions.Paths();
        var manifest = PathOptions.Manifest();
        var address = Clients.AddressOption();
        var backfill = new Option<bool>("--backfill") { Description = "Fill the ledger and alert nobody." };
        var live = new Option<bool>("--live") { Description = "As from a live source: what was published more than a day ago is no news." };
        var wait = NumberOption.Create("--wait", "Seconds to go on trying where the service does not answer, or no longer.", 0, int.MaxValue, byDefault: 30, "seconds");
        var json = new Option<bool>("--json") { Description = "A line of JSON for each article." };
        var command = new ParleyCommand("ingest", CommandGroup.Running, "Takes files into the running system. What is there already has no effect. A service that goes away meanwhile is waited for.")
        {
            Details =
                """
                An article that comes again with another title or text corrects what it said, from its "updated_at" on, else from a later "published_at",
                else from now. {"id":"wire/7","withdrawn":true,"updated_at":"2020-06-14T18:00:00+03:00"} in a .json or .jsonl file withdraws one.
                """,
            Examples =
            [
                new("./parley ingest seeds", "the sample dispatches"),
                new("./parley ingest archive.jsonl --backfill", "an archive: it fills the ledger and alerts nobody"),
                new("./parley ingest today/ --live --json | jq -r .outcome", "for a script: accepted, corrected, withdrawn or already_known"),
            ],
        };
        command.Add(paths);
        command.Add(manifest);
        command.Add(backfill);
        command.Add(live);
        command.Add(wait);
        command.Add(address);
        command.Add(json);
        command.SetAction(async (parse, cancellation) =>
        {
            var files = parse.GetValue(paths)!;
            var intake = parse.GetValue(backfill) ? Intake.Backfill : parse.GetValue(live) ? Intake.Live : Intake.Import;
            using var clients = Clients.Of(parse.GetValue(address));
            var articles = ArticleFiles.Read(files, PathOptions.Read(parse.GetValue(manifest), files)).ToList();
            var sender = new ArticleSender(clients.Ingestion, intake, TimeSpan.FromSeconds(parse.GetValue(wait)), ShowInterruption);
            return await RunAsync(sender.SendAsync(articles, cancellation), parse.GetValue(json));
        });
        return command;
    }

    private static void ShowInterruption(RpcException cut) =>
        Console.Error.WriteLine($"parley: the service does not answer ({cut.Status.Detail}); trying again");

    private static async Task<int> RunAsync(IAsyncEnumerable<SentArticle> answers, bool json)
    {
        var summary = new IngestSummary();
        await foreach (var sent in answers)
        {
            summary.Add(sent);
            if (sent.Error is not null)
                await Console.Error.WriteLineAsync($"parley: {sent.Source}: {sent.Error}");
            else if (json)
                await Console.Out.WriteLineAsync(JsonSerializer.Serialize(Line(sent.Accepted!), ParleyJson.Line));
        }

        if (!json)
            await Console.Out.WriteLineAsync(summary.ToString());
        return summary.Refused == 0 ? 0 : 1;
    }

    private static object Line(SubmitArticleResponse accepted) => new
    {
        Id = accepted.ArticleId,
        Outcome = WireWord.Of(accepted.Outcome),
        PublishedAt = accepted.PublishedAt.ToDateTimeOffset(),
        UpdatedAt = accepted.UpdatedAt?.ToDateTimeOffset(),
        accepted.VersionId,
    };
}
