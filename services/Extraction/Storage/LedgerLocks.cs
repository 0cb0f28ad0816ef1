using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Parley.Platform.Storage;

namespace Parley.Extraction.Storage;

/// <summary>Locks of the ledger's blocking keys, held to the end of the transaction, so that two writers of one block come one after the other.</summary>
internal static class LedgerLocks
{
    /// <summary>Keys share this many locks: enough that strangers seldom wait for one another, few enough for the server's lock table.</summary>
    private const int Stripes = 1024;

    /// <summary>Keeps the locks' numbers apart from Parley's other advisory locks.</summary>
    private const long Namespace = 0x5061726C65790000;

    /// <summary>
    /// Of articles, each of which has a lock of its own: a batch has as many as it has articles, and the next must not wait for it because of a stranger.
    /// They are all taken before the first of those of keys, so that here, too, nobody waits in a circle.
    /// </summary>
    private const long Articles = 0x5061726B00000000;

    /// <summary>The whole ledger: taken behind those of articles and before those of keys.</summary>
    internal const long Whole = Namespace + (2 * Stripes);

    /// <summary>The locks that keys stand for, in the one order in which everyone takes them.</summary>
    public static long[] Of(IEnumerable<string> keys) => [.. keys.Select(Lock).Distinct().Order()];

    /// <summary>The locks that articles stand for, so that two versions of one are taken in one after the other.</summary>
    public static long[] OfArticles(IEnumerable<string> ids) => [.. ids.Select(id => Articles + Hash(id)).Distinct().Order()];

    /// <summary>Takes the locks, waiting for each.</summary>
    public static Task TakeAsync(UnitOfWork work, long[] locks, CancellationToken cancellation) => work.Connection.ExecuteAsync(new CommandDefinition(
        "SELECT pg_advisory_xact_lock(l) FROM unnest(@locks) AS l", new { locks }, work.Transaction, cancellationToken: cancellation));

    /// <summary>
    /// Takes the whole ledger where nobody else writes in it just now, as is so for a copy that is alone; else waits until nobody has the whole, so that
    /// locks of keys are enough.
    /// </summary>
    /// <returns>
    /// Which turn at writing this is, where the whole is taken: where it is the next after another, nobody has written in between. And, since it is asked behind
    /// the lock at the same time, whether a verdict that holds speaks of one of some mentions. Where the whole is not taken, null, and nothing of verdicts.
    /// </returns>
    public static async Task<(long? Turn, bool AreJudged)> TryTakeWholeAsync(UnitOfWork work, string[] mentions, CancellationToken cancellation)
    {
        const string sql =
            $"""
            SELECT CASE WHEN pg_try_advisory_xact_lock(@Whole) THEN nextval('ledger_turns') END;
            SELECT {VerdictTable.AreJudged};
            """;
        await using (var answers = await work.Connection.QueryMultipleAsync(new CommandDefinition(sql, new { Whole, mentions }, work.Transaction, cancellationToken: cancellation)))
        {
            // Both are read in any case: Dapper cancels a command of which something is left.
            var (taken, areJudged) = (await answers.ReadSingleAsync<long?>(), await answers.ReadSingleAsync<bool>());
            if (taken is { } turn)
                return (turn, areJudged);
        }

        await work.Connection.ExecuteAsync(new CommandDefinition(
            "SELECT pg_advisory_xact_lock_shared(@Whole), nextval('ledger_turns')", new { Whole }, work.Transaction, cancellationToken: cancellation));
        return (null, false);
    }

    private static long Lock(string key) => Namespace + (Hash(key) % Stripes);

    private static uint Hash(string key)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(key), hash);
        return BinaryPrimitives.ReadUInt32LittleEndian(hash);
    }
}
