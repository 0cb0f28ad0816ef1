using System.Diagnostics;
using Parley.Contracts.Messages;
using Parley.Ingestion.Storage;
using Parley.Ingestion.Versions;
using Parley.Platform.Messaging;
using Parley.Platform.Storage;
using Parley.Platform.Telemetry;

namespace Parley.Ingestion;

/// <summary>A submission to store, with the trace of the call that brought it.</summary>
internal sealed record Incoming(Submitted Submitted, ActivityContext Trace)
{
    /// <summary>The article's id.</summary>
    public string Id => Submitted.Article.Id;
}

/// <summary>
/// Stores articles and their versions, those that arrive together in one transaction, and publishes <see cref="ArticleIngested"/> for each new
/// one with it.
/// </summary>
internal sealed class ArticleIntake(IngestionDatabase database)
    : Batcher<Incoming, Taken>(MaxBatch, (batch, _, cancellation) => StoreAsync(database, batch, cancellation))
{
    private const int MaxBatch = 100;

    private static async Task<IReadOnlyList<Taken>> StoreAsync(IngestionDatabase database, IReadOnlyList<Incoming> batch, CancellationToken cancellation)
    {
        using var activity = ParleyTelemetry.StartBatch("ingestion.articles batch", [.. batch.Select(i => i.Trace)]);
        await using var work = await database.BeginAsync(cancellation);
        // Nearly all are new. Two of one id may wait at once: the first is stored, the other is a repetition or another version of it.
        var firsts = batch.DistinctBy(i => i.Id, StringComparer.Ordinal).ToDictionary(i => i.Id, i => ArticleHistory.None.Take(i.Submitted), StringComparer.Ordinal);
        var inserted = await ArticleStore.InsertAsync(work, [.. firsts.Values.Select(f => f.Version)], cancellation);
        var before = await KnownAsync(work, batch, inserted, cancellation);
        foreach (var id in inserted)
            before[id] = firsts[id].History;

        var after = new Dictionary<string, ArticleHistory>(before, StringComparer.Ordinal);
        var results = new List<Taken>(batch.Count);
        foreach (var incoming in batch)
        {
            var taken = inserted.Remove(incoming.Id) ? firsts[incoming.Id] : after[incoming.Id].Take(incoming.Submitted);
            foreach (var version in taken.ToTell)
                work.Publish(new ArticleIngested { Article = version.Article }, incoming.Trace);
            after[incoming.Id] = taken.History;
            results.Add(taken);
        }

        foreach (var (id, history) in after)
        {
            if (history != before[id])
                await ArticleStore.SaveAsync(work, before[id], history, cancellation);
        }

        await work.CommitAsync(cancellation);
        return results;
    }

    /// <summary>The histories of articles that are there already, locked where a submission adds to them.</summary>
    private static async Task<Dictionary<string, ArticleHistory>> KnownAsync(
        UnitOfWork work, IReadOnlyList<Incoming> batch, HashSet<string> inserted, CancellationToken cancellation)
    {
        var again = batch.Where(i => !inserted.Contains(i.Id)).ToList();
        if (again.Count == 0)
            return new(StringComparer.Ordinal);
        var known = await ArticleStore.ReadAsync(work, again.Select(i => i.Id).ToHashSet(), toChange: false, cancellation);
        // What only repeats, as feeds do all day, waits for nobody: versions never go, so that it repeats still.
        var changing = again.Where(i => known[i.Id].Take(i.Submitted).History != known[i.Id]).Select(i => i.Id).ToHashSet(StringComparer.Ordinal);
        if (changing.Count > 0)
        {
            foreach (var (id, history) in await ArticleStore.ReadAsync(work, changing, toChange: true, cancellation))
                known[id] = history;
        }

        return known;
    }
}
