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

    /// <summary>Behind the locks of keys. Those of articles are all taken before the first of these, so that here, too, nobody waits in a circle.</summary>
    private const long Articles = Stripes;

    /// <summary>The locks that keys stand for, in the one order in which everyone takes them.</summary>
    public static long[] Of(IEnumerable<string> keys) => [.. keys.Select(Lock).Distinct().Order()];

    /// <summary>The locks that articles stand for, so that two versions of one are taken in one after the other.</summary>
    public static long[] OfArticles(IEnumerable<string> ids) => [.. ids.Select(id => Articles + Lock(id)).Distinct().Order()];

    /// <summary>Takes the locks, waiting for each.</summary>
    public static Task TakeAsync(UnitOfWork work, long[] locks, CancellationToken cancellation) => work.Connection.ExecuteAsync(new CommandDefinition(
        "SELECT pg_advisory_xact_lock(l) FROM unnest(@locks) AS l", new { locks }, work.Transaction, cancellationToken: cancellation));

    private static long Lock(string key)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(key), hash);
        return Namespace + (BinaryPrimitives.ReadUInt32LittleEndian(hash) % Stripes);
    }
}
