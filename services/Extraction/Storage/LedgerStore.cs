using Parley.Contracts;
using Parley.Extraction.Analysis;
using Parley.Extraction.Ledger;
using Parley.Platform.Storage;

namespace Parley.Extraction.Storage;

/// <summary>Folds new mentions into the stored ledger: lock and load the part that they reach, fold it again, record what is different.</summary>
internal sealed class LedgerStore(LedgerOptions options, TimeProvider time)
{
    private readonly FreshnessOptions _freshness = new()
    {
        EventWindow = TimeSpan.FromDays(options.EventWindowDays),
        ArrivalWindow = TimeSpan.FromDays(options.ArrivalWindowDays),
    };

    /// <summary>Takes the mentions of new articles in, an article after the other in the order given, so that each step is a change of its own.</summary>
    /// <returns>The changes, in order.</returns>
    public async Task<IReadOnlyList<LedgerChange>> ApplyAsync(
        UnitOfWork work, IReadOnlyList<LedgerMention> mentions, CancellationToken cancellation)
    {
        if (mentions.Count == 0)
            return [];
        var now = time.GetUtcNow();
        var arrivals = mentions.GroupBy(m => m.ArticleId).Select(article => new Arrival { Came = [.. article], RecordedAt = now }).ToList();
        var changes = new List<LedgerChange>();
        var loader = new PartLoader(work, _freshness, [.. mentions.Select(EntryId.Of)]);
        var part = await loader.WithAsync(
            mentions.SelectMany(Links.BlockingKeys),
            loaded =>
            {
                changes.Clear();
                foreach (var arrival in arrivals)
                {
                    if (!loaded.TryApply(arrival, out var further))
                        return false;
                    changes.AddRange(further);
                }

                return true;
            },
            cancellation);

        await MentionTable.InsertAsync(work, mentions, part.Moved, Analyzer.RulesVersion, cancellation);
        await MentionTable.AssignAsync(work, part.Moved, cancellation);
        await EntryTable.RecordAsync(work, changes, cancellation);
        return changes;
    }
}
