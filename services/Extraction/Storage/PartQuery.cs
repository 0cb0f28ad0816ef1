using Npgsql;
using Parley.Extraction.Ledger;

namespace Parley.Extraction.Storage;

/// <summary>The query for a part of the ledger: by hundreds of keys at a time, where a batch of articles comes.</summary>
internal static class PartQuery
{
    /// <summary>
    /// Before a look for hundreds of keys: the planner takes a comparison of two arrays to cost as much as one of two numbers, and would rather make it for
    /// each row of the table than ask the index. To the end of the transaction.
    /// </summary>
    internal const string ByIndex = "SET LOCAL enable_seqscan = off;";

    /// <summary>The entries that reach into what is wanted, as SQL. By their keys, whatever else is asked: the keys of a few weeks are few mentions in any ledger.</summary>
    private const string Reached =
        """
        ARRAY(
            SELECT entry_id FROM (SELECT entry_id, near FROM mentions WHERE keys && @whole AND until IS NULL AND NOT refuted OFFSET 0) AS w
            WHERE near && (SELECT @near::datemultirange)
            UNION
            SELECT entry_id FROM (SELECT entry_id, published_at FROM mentions WHERE keys && @later AND until IS NULL AND NOT refuted OFFSET 0) AS l
            WHERE published_at >= @from)
        """;

    /// <summary>The mentions of every entry that reaches into what is wanted; of other entries too, where keys are wanted of other days than others.</summary>
    /// <param name="connection">Where.</param>
    /// <param name="transaction">The transaction; null for none.</param>
    /// <param name="wanted">What is wanted.</param>
    /// <param name="known">The ids of entries that need not be read again.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public static async Task<IReadOnlyList<StoredMention>> ReadAsync(
        NpgsqlConnection connection, NpgsqlTransaction? transaction, PartCoverage wanted, IEnumerable<string> known, CancellationToken cancellation)
    {
        if (!wanted.HasKeys)
            return [];
        var sql =
            $"""
            {(transaction is null ? "" : ByIndex)}
            SELECT {MentionTable.Columns} FROM mentions
            WHERE until IS NULL AND NOT refuted AND entry_id = ANY ({Reached}) AND entry_id <> ALL (@known)
            """;
        return await MentionTable.RowsAsync(connection, transaction, sql, Parameters(wanted, known), cancellation);
    }

    private static object Parameters(PartCoverage wanted, IEnumerable<string> known)
    {
        return new
        {
            whole = wanted.Near.ToArray(),
            later = wanted.Later.ToArray(),
            from = wanted.From.UtcDateTime,
            known = known.ToArray(),
            near = wanted.Days is { Count: > 0 } days ? DayRange.Sql(days) : "{(,)}",
        };
    }
}
