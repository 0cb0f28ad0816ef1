using System.Diagnostics;
using Parley.Contracts;
using Parley.Extraction.Storage;
using Parley.Platform.Storage;

namespace Parley.Extraction.Reprocessing;

/// <summary>
/// Reads stored articles again while a run is under way, a few at a time: reads them without a lock, puts what they say now in the place of what they said
/// in a short transaction, and rests, so that new articles never wait long for their turn. A run that was broken off goes on where it was.
/// </summary>
internal sealed class ReprocessingWorker(
    ExtractionDatabase database, RunTable runs, RulesReader rules, LedgerStore ledger, ReprocessingOptions options, ILogger<ReprocessingWorker> log)
    : BackgroundService
{
    /// <summary>Versions of articles in a transaction: the keys of all that they tell are locked in it.</summary>
    private const int Portion = 10;

    /// <summary>How late a run that another copy began is joined, and a batch that another copy left is taken up.</summary>
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var failures = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await runs.UnderWayAsync(stoppingToken) is not { } run || !await WorkAsync(run, stoppingToken))
                    await runs.Started.WaitAsync(PollInterval, stoppingToken);
                failures = 0;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // One line for an outage, not one for each try.
                if (failures++ == 0)
                    log.LogWarning("Stored articles cannot be read again now; the run goes on where it is: {Reason}", e.Message);
                await Task.Delay(PollInterval, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <returns>False where other copies have all that is left.</returns>
    private async Task<bool> WorkAsync(long run, CancellationToken cancellation)
    {
        await using var queue = await RunQueue.TakeAsync(database, run, cancellation);
        if (queue is null)
        {
            if (!await runs.TryFinishAsync(run, cancellation))
                return false;
            log.LogInformation("Run {Run} has read all stored articles again", run);
            return true;
        }

        foreach (var portion in queue.Articles.Chunk(Portion))
        {
            var started = Stopwatch.GetTimestamp();
            await WriteAsync(queue, run, [.. portion.Select(Read)], cancellation);
            await Task.Delay(Stopwatch.GetElapsedTime(started) * ((1 - options.Share) / options.Share), cancellation);
        }

        return true;
    }

    /// <summary>Null where a text is more than the rules can take: it says what it said, and stops no other.</summary>
    private (Article Article, ReadArticle? Reading) Read(Article article)
    {
        try
        {
            return (article, rules.Read(article));
        }
        catch (Exception e)
        {
            LogFailure(e, article);
            return (article, null);
        }
    }

    private async Task WriteAsync(
        RunQueue queue, long run, IReadOnlyList<(Article Article, ReadArticle? Reading)> portion, CancellationToken cancellation)
    {
        try
        {
            await CommitAsync(queue, run, portion, cancellation);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested && !Transient.Is(e) && portion.Any(p => p.Reading is not null))
        {
            if (portion.Count == 1)
                LogFailure(e, portion[0].Article);
            // One that the ledger cannot take must not keep its neighbours out.
            foreach (var (article, reading) in portion)
                await WriteAsync(queue, run, [(article, portion.Count == 1 ? null : reading)], cancellation);
        }
    }

    private async Task CommitAsync(
        RunQueue queue, long run, IReadOnlyList<(Article Article, ReadArticle? Reading)> portion, CancellationToken cancellation)
    {
        await using var work = await database.BeginAsync(cancellation);
        var left = (await queue.RemoveAsync(work, [.. portion.Select(p => p.Article)], cancellation)).ToHashSet(ReferenceEqualityComparer.Instance);
        var taken = portion.Where(p => left.Contains(p.Article)).ToList();
        // Another copy has done it, or the run was cancelled.
        if (taken.Count == 0)
            return;
        var again = taken.Select(t => t.Reading).OfType<ReadArticle>().ToList();
        foreach (var change in await ledger.ReplaceAsync(work, again, run, cancellation))
            work.PublishChange(change);
        await RunTable.CountAsync(work, run, taken.Count, taken.Count - again.Count, cancellation);
        await work.CommitAsync(cancellation);
    }

    private void LogFailure(Exception e, Article article) =>
        log.LogError(e, "Article {ArticleId}, version {VersionId}, could not be read again and says what it said before", article.Id, article.VersionId);
}
