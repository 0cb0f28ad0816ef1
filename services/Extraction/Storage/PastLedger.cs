using Npgsql;
using Parley.Contracts;
using Parley.Extraction.Ledger;
using Parley.Extraction.Ledger.Verdicts;

namespace Parley.Extraction.Storage;

/// <summary>
/// In what the ledger as of a moment differs from the ledger as it is. What is published later changes nothing of what was before, so entries that went
/// on are just cut off there, where one may have been several still; only where an article has been corrected since is a part of the ledger folded with what it said then.
/// </summary>
/// <param name="Entries">The entries that were other than they are.</param>
/// <param name="Replaced">The ids of entries, as they are, in whose place those stand.</param>
internal sealed record PastLedger(IReadOnlyList<Entry> Entries, IReadOnlySet<string> Replaced)
{
    /// <summary>Reads it.</summary>
    public static async Task<PastLedger> ReadAsync(NpgsqlConnection connection, VerdictSet verdicts, DateTimeOffset moment, CancellationToken cancellation)
    {
        var replaced = new HashSet<string>(StringComparer.Ordinal);
        var entries = new List<Entry>();
        var ended = await MentionTable.EndedAfterAsync(connection, moment, cancellation);
        if (ended.Count > 0)
        {
            var (part, held) = await WithAsync(connection, verdicts, ended, moment, cancellation);
            entries.AddRange(part.Entries.Select(e => e.Entry));
            replaced.UnionWith(held);
        }

        foreach (var entry in (await MentionTable.CutAsync(connection, moment, cancellation)).GroupBy(h => h.EntryId))
            if (replaced.Add(entry.Key)) entries.AddRange(LedgerFold.FoldWithMentions(entry.Select(h => h.Mention), verdicts).Select(f => f.Entry));
        return new PastLedger(entries, replaced);
    }

    private static async Task<(LedgerPart Part, IReadOnlyCollection<string> Held)> WithAsync(
        NpgsqlConnection connection, VerdictSet verdicts, IReadOnlyList<LedgerMention> ended, DateTimeOffset moment, CancellationToken cancellation)
    {
        var coverage = new PartCoverage();
        foreach (var mention in ended) coverage.Add(new Telling(mention, verdicts));
        var said = new Arrival { Came = [.. ended.Select(m => m with { Until = null, UntilReceivedAt = null })], RecordedAt = moment };
        while (true)
        {
            var all = (await PartQuery.ReadAsync(connection, null, coverage, [], cancellation)).Select(s => s.Held).ToList();
            foreach (var id in all.Select(h => h.EntryId)) coverage.AddEntry(id);
            var held = all.Where(h => h.Mention.PublishedAt <= moment).ToList();
            var cut = held.GroupBy(h => h.EntryId).SelectMany(g => LedgerFold.FoldWithMentions(g.Select(h => h.Mention), verdicts)).ToList();
            var holders = cut.SelectMany(f => f.Mentions, (f, mention) => KeyValuePair.Create(mention.Id, f.Entry.Id)).ToDictionary(StringComparer.Ordinal);
            var part = new LedgerPart(
                new FreshnessOptions(),
                verdicts,
                coverage,
                held.Select(h => h with { EntryId = holders.GetValueOrDefault(h.Mention.Id, h.EntryId) }),
                cut.Select(f => new VersionedEntry(f.Entry, 1)),
                []);
            if (part.TryApply(said, out _))
                return (part, all.Select(h => h.EntryId).ToHashSet(StringComparer.Ordinal));
            coverage.Add(part.Lacking);
        }
    }
}
