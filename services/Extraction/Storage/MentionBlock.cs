using Parley.Extraction.Ledger;
using Parley.Platform.Storage;

namespace Parley.Extraction.Storage;

/// <summary>The blocks that new mentions belong to, whole and locked: the new mentions, and the stored ones that any chain of links joins them to.</summary>
internal sealed record MentionBlock(IReadOnlyList<LedgerMention> Incoming, IReadOnlyList<StoredMention> Stored)
{
    private const string Savepoint = "before_locks";

    /// <summary>
    /// Locks and loads. The locks are those of every key in the blocks, and which these are shows only once they are loaded: so lock what is known,
    /// load, and where there is more to lock let go and begin again with all of it. Locks are always taken in one order, so nobody waits in a circle.
    /// </summary>
    public static async Task<MentionBlock> LockAsync(UnitOfWork work, IReadOnlyList<LedgerMention> incoming, CancellationToken cancellation)
    {
        var locks = LedgerLocks.Of(incoming.SelectMany(Links.BlockingKeys));
        while (true)
        {
            await work.Transaction.SaveAsync(Savepoint, cancellation);
            await LedgerLocks.TakeAsync(work, locks, cancellation);
            var block = await LoadAsync(work, incoming, cancellation);
            var needed = LedgerLocks.Of(block.Stored.SelectMany(s => Links.BlockingKeys(s.Mention)));
            if (needed.Except(locks).Any())
            {
                // Rolling back to the savepoint releases the locks that were taken behind it.
                await work.Transaction.RollbackAsync(Savepoint, cancellation);
                locks = [.. needed.Union(locks).Order()];
                continue;
            }

            await work.Transaction.ReleaseAsync(Savepoint, cancellation);
            return block;
        }
    }

    private static async Task<MentionBlock> LoadAsync(UnitOfWork work, IReadOnlyList<LedgerMention> incoming, CancellationToken cancellation)
    {
        var candidates = new Dictionary<string, StoredMention>(StringComparer.Ordinal);
        var newIds = incoming.Select(m => m.Id).ToHashSet(StringComparer.Ordinal);
        var asked = new HashSet<string>(StringComparer.Ordinal);
        var block = incoming;
        while (block.SelectMany(Links.BlockingKeys).Where(asked.Add).ToList() is { Count: > 0 } keys)
        {
            foreach (var stored in await MentionTable.WithKeysAsync(work, keys, cancellation))
                candidates[stored.Mention.Id] = stored;
            // A key in common makes a candidate; what belongs to the block is what a chain of links reaches.
            block = Blocks.Of(incoming.Concat(candidates.Values.Select(c => c.Mention)))
                .Where(b => b.Any(m => newIds.Contains(m.Id))).SelectMany(b => b).ToList();
        }

        var inBlock = block.Select(m => m.Id).ToHashSet(StringComparer.Ordinal);
        return new MentionBlock(
            [.. incoming.Where(m => !candidates.ContainsKey(m.Id))],
            [.. candidates.Values.Where(c => inBlock.Contains(c.Mention.Id))]);
    }
}
