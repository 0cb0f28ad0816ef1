using System.CommandLine;
using System.Text.Json;
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
        var json = new Option<bool>("--json") { Description = "A line of JSON for each article." };
        var command = new ParleyCommand("ingest", CommandGroup.Running, "Takes files into the running system. What is there already has no effect.")
        {
            Examples =
            [
                new("./parley ingest seeds", "the sample dispatches"),
                new("./parley ingest archive.jsonl --backfill", "an archive: it fills the ledger and alerts nobody"),
                new("./parley ingest today/ --live --json | jq -r .outcome", "for a script: accepted or already_known"),
            ],
        };
        command.Add(paths);
        command.Add(manifest);
        command.Add(backfill);
        command.Add(live);
        command.Add(address);
        command.Add(json);
        command.SetAction(async (parse, cancellation) =>
        {
            var files = parse.GetValue(paths)!;
            var intake = parse.GetValue(backfill) ? Intake.Backfill : parse.GetValue(live) ? Intake.Live : Intake.Import;
            using var clients = Clients.Of(parse.GetValue(address));
            var articles = ArticleFiles.Read(files, PathOptions.Read(parse.GetValue(manifest), files)).ToList();
            return await RunAsync(clients, articles, intake, parse.GetValue(json), cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        Clients clients, IReadOnlyList<FileArticle> articles, Intake intake, bool json, CancellationToken cancellation)
    {
        var (accepted, known, failed) = (0, 0, 0);
        await foreach (var sent in ArticleSender.SendAsync(clients.Ingestion, articles, intake, cancellation))
        {
            if (sent.Error is not null)
                failed++;
            else if (sent.Accepted!.Outcome == SubmissionOutcome.Accepted)
                accepted++;
            else
                known++;
            if (sent.Error is not null)
                await Console.Error.WriteLineAsync($"parley: {sent.Source}: {sent.Error}");
            else if (json)
                await Console.Out.WriteLineAsync(JsonSerializer.Serialize(Line(sent.Accepted!), ParleyJson.Line));
        }

        if (!json)
            await Console.Out.WriteLineAsync($"{accepted} taken in, {known} known already, {failed} refused");
        return failed == 0 ? 0 : 1;
    }

    private static object Line(SubmitArticleResponse accepted) => new
    {
        Id = accepted.ArticleId,
        Outcome = accepted.Outcome == SubmissionOutcome.Accepted ? "accepted" : "already_known",
        PublishedAt = accepted.PublishedAt.ToDateTimeOffset(),
    };
}
