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
        var shuffle = new Option<int?>("--shuffle") { Description = "Take the articles in in another order, made from this number; the ledger is the same." };
        var command = new Command("replay",
            """
            Takes files in on a fresh, private system, waits until all is settled, and prints the ledger, an entry a line. Leaves nothing behind.

            Examples:
              ./parley replay seeds --manifest seeds/manifest.json > ledger.jsonl
              ./parley replay articles.jsonl --shuffle 7 | jq .status
            """)
        {
            paths, manifest, shuffle,
        };
        command.SetAction(async (parse, cancellation) =>
        {
            var articles = ArticleFiles.Read(parse.GetValue(paths)!, PathOptions.Read(parse.GetValue(manifest), parse.GetValue(paths)!)).ToArray();
            if (parse.GetValue(shuffle) is { } seed)
                new Random(seed).Shuffle(articles);
            return await RunAsync(articles, cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(IReadOnlyList<FileArticle> articles, CancellationToken cancellation)
    {
        await using var system = await EmbeddedSystem.StartAsync(new PrivatePostgresOptions(), [], cancellation);
        using var clients = Clients.Of(system.Address);
        var failed = 0;
        await foreach (var sent in ArticleSender.SendAsync(clients.Ingestion, articles, Intake.Import, cancellation))
        {
            if (sent.Error is null)
                continue;
            failed++;
            await Console.Error.WriteLineAsync($"parley: {sent.Source}: {sent.Error}");
        }

        await system.WaitUntilSettledAsync(cancellation);
        await foreach (var entry in LedgerLines.ReadAsync(clients.Ledger, null, null, cancellation))
            await Console.Out.WriteLineAsync(LedgerLines.Of(entry));
        return failed == 0 ? 0 : 1;
    }
}
