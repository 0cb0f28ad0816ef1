using System.CommandLine;
using Parley.Cli.Articles;
using Parley.Cli.Output;
using Parley.Cli.Running;
using Parley.LocalServers;
using Parley.Protocol.Type.V1;
using Parley.Standalone;

namespace Parley.Cli.Commands;

/// <summary><c>parley replay</c>: files to a ledger, on a fresh system that leaves nothing behind.</summary>
internal static class ReplayCommand
{
    public static Command Create()
    {
        var paths = PathOptions.Paths();
        var manifest = PathOptions.Manifest();
        var shuffle = NumberOption.Create("--shuffle", "Take the articles in in another order, made from this number; the ledger is the same.", int.MinValue, int.MaxValue);
        var json = JsonOption.Create("an entry each, as ./parley ledger prints them");
        var command = new ParleyCommand("replay", CommandGroup.Alone, "Makes a ledger of your own files, on a private system that leaves nothing behind.")
        {
            Details = "Takes the files in on a fresh system, waits until all is settled, and prints the ledger.",
            Examples =
            [
                new("./parley replay seeds", "the sample dispatches, as a table"),
                new("./parley replay news/ --manifest news.json > ledger.jsonl", "a folder, with a list that says when each was published"),
                new("./parley replay articles.jsonl --shuffle 7 | jq .status", "in another order: the ledger is the same"),
            ],
        };
        command.Add(paths);
        command.Add(manifest);
        command.Add(shuffle);
        command.Add(json);
        command.SetAction(async (parse, cancellation) =>
        {
            var articles = ArticleFiles.Read(parse.GetValue(paths)!, PathOptions.Read(parse.GetValue(manifest), parse.GetValue(paths)!)).ToArray();
            if (parse.GetValue(shuffle) is { } seed)
                new Random(seed).Shuffle(articles);
            return await RunAsync(articles, JsonOption.ForPrograms(parse, json), cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(IReadOnlyList<FileArticle> articles, bool json, CancellationToken cancellation)
    {
        await using var system = await EmbeddedSystem.StartAsync(new PrivatePostgresOptions(), [], cancellation);
        using var clients = Clients.Of(system.Address);
        var failed = 0;
        var sender = new ArticleSender(clients.Ingestion, Intake.Import, TimeSpan.Zero, _ => { });
        await foreach (var sent in sender.SendAsync(articles, cancellation))
        {
            if (sent.Error is null)
                continue;
            failed++;
            await Console.Error.WriteLineAsync($"parley: {sent.Source}: {sent.Error}");
        }

        await system.WaitUntilSettledAsync(cancellation);
        await LedgerLines.WriteAsync(LedgerLines.ReadAsync(clients.Ledger, new(), cancellation), json);
        return failed == 0 ? 0 : 1;
    }
}
