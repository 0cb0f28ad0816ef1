using System.CommandLine;
using System.Globalization;
using Parley.Cli.Articles;
using Parley.Cli.Output;
using Parley.Cli.Running;
using Parley.Contracts;
using Parley.LocalServers;
using Parley.Protocol.Extraction.V1;
using Parley.Protocol.Ingestion.V1;
using Parley.Standalone;
using Spectre.Console;
using Intake = Parley.Protocol.Type.V1.Intake;

namespace Parley.Cli.Commands;

/// <summary><c>parley demo</c>: the sample dispatches go in, and each alert shows as it fires.</summary>
internal static class DemoCommand
{
    /// <summary>The story that is shown in full.</summary>
    private const string Showcase = "libya-2020/";

    public static Command Create()
    {
        var exit = new Option<bool>("--exit") { Description = "End when the dispatches are through, instead of staying up until Ctrl-C." };
        var seeds = new Option<string>("--seeds") { Description = "The folder of dispatches, a folder a story.", DefaultValueFactory = _ => "seeds" };
        var command = new ParleyCommand("demo", CommandGroup.Begin, "Shows everything at once on sample dispatches, each alert as it fires.")
        {
            Details =
                """
                Starts all of Parley in this process with a database of its own and takes in the sample dispatches. Alerts of the first story show
                in full, those of the others a line each. It stays up until Ctrl-C.
                """,
            Examples =
            [
                new("./parley demo", "and then, in another terminal, the commands that it names"),
                new("./parley demo --exit", "end when the dispatches are through"),
            ],
        };
        command.Add(exit);
        command.Add(seeds);
        command.SetAction((parse, cancellation) => RunAsync(Terminal.Out, parse.GetValue(seeds)!, parse.GetValue(exit), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(IAnsiConsole console, string seeds, bool exit, CancellationToken cancellation)
    {
        var time = TimeProvider.System;
        var started = time.GetTimestamp();
        var articles = ArticleFiles.Read([seeds], PathOptions.Read(null, [seeds])).Select(Readable)
            .OrderBy(a => !IsShowcase(a)).ThenBy(a => PublicationTime.Parse(a.PublishedAt) ?? DateTimeOffset.MinValue).ToList();
        await using var system = await EmbeddedSystem.StartAsync(new PrivatePostgresOptions(), [], cancellation);
        using var clients = Clients.Of(system.Address);
        await using var watch = await AlertWatch.StartAsync(clients.Alerting, Console.Error.WriteLine, time, cancellation);
        console.MarkupLine(string.Create(CultureInfo.InvariantCulture,
            $"[grey]Parley is up after {time.GetElapsedTime(started).TotalSeconds:0.0} s: ingestion, extraction, search and alerting, gRPC on {system.Address}[/]"));
        console.WriteLine();

        var summary = new DemoSummary();
        foreach (var article in articles)
        {
            var inFull = articles.Count <= 10 || IsShowcase(article);
            if (!inFull && IsShowcase(articles[summary.Articles - 1]))
                AlertView.Heading(console, "and the other stories, an alert a line");
            await TakeInAsync(console, system, clients, watch, article, inFull, summary, time, cancellation);
        }

        await foreach (var entry in LedgerLines.ReadAsync(clients.Ledger, new(), cancellation))
            summary.Add(entry);
        summary.Show(console);
        if (exit)
            return 0;
        console.MarkupLine($"[grey]Still up. In another terminal: ./parley ledger --address {system.Address}   Ctrl-C ends it.[/]");
        await WaitForCancellationAsync(cancellation);
        return 0;
    }

    private static async Task TakeInAsync(
        IAnsiConsole console, EmbeddedSystem system, Clients clients, AlertWatch watch, ArticleSubmission article, bool inFull,
        DemoSummary summary, TimeProvider time, CancellationToken cancellation)
    {
        if (inFull)
            AlertView.Heading(console, $"{article.Outlet}, {article.PublishedAt}");
        article.Intake = Intake.Import;
        var submitted = time.GetTimestamp();
        await clients.Ingestion.SubmitArticleAsync(new SubmitArticleRequest { Article = article }, cancellationToken: cancellation);
        summary.Articles++;

        // Alerts show while the rest goes on; once all is settled, the ledger says how many there are to wait for.
        var settled = ExpectAsync(system, clients, summary, cancellation);
        while (!settled.IsCompleted || summary.Alerts < await settled)
        {
            var next = watch.Alerts.WaitToReadAsync(cancellation).AsTask();
            if (await Task.WhenAny(next, settled.IsCompleted ? next : settled) != next)
                continue;
            await next; // fails where no alert can come any more
            while (watch.Alerts.TryRead(out var alert))
            {
                var taken = time.GetElapsedTime(submitted, alert.At);
                summary.Add(taken);
                if (inFull)
                    AlertView.Show(console, alert.Change, taken);
                else
                    AlertView.ShowLine(console, alert.Change, taken);
            }
        }
    }

    /// <summary>Waits until all is settled.</summary>
    /// <returns>How many changes since the beginning are news, and so alerted.</returns>
    private static async Task<int> ExpectAsync(EmbeddedSystem system, Clients clients, DemoSummary summary, CancellationToken cancellation)
    {
        await system.WaitUntilSettledAsync(cancellation);
        while (true)
        {
            var page = await clients.Ledger.ListChangesAsync(
                new ListChangesRequest { PageSize = 1000, PageToken = summary.ChangesRead }, cancellationToken: cancellation);
            summary.News += page.Changes.Count(c => c.News);
            summary.ChangesRead = page.NextPageToken;
            if (page.Changes.Count == 0)
                return summary.News;
        }
    }

    private static ArticleSubmission Readable(FileArticle article) =>
        article.Article ?? throw new UsageException($"{article.Source}: {article.Error}");

    private static bool IsShowcase(ArticleSubmission article) => article.Id.StartsWith(Showcase, StringComparison.Ordinal);

    private static async Task WaitForCancellationAsync(CancellationToken cancellation)
    {
        try
        {
            await Task.Delay(Timeout.Infinite, cancellation);
        }
        catch (OperationCanceledException)
        {
            // Ctrl-C is how the demo is meant to end.
        }
    }
}
