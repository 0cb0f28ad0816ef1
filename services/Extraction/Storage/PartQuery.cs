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
    private const string ByIndex = "SET LOCAL enable_seqscan = off;";

    /// <summary>The entries that reach into an extent, as SQL. By their keys, whatever else is asked: the keys of a few weeks are few mentions in any ledger.</summary>
    private const string Reached =
        """
        ARRAY(
            SELECT entry_id FROM (SELECT entry_id, near FROM mentions WHERE keys && @whole AND until IS NULL AND NOT refuted OFFSET 0) AS w
            WHERE near && (SELECT @near::datemultirange)
            UNION
            SELECT entry_id FROM (SELECT entry_id, published_at FROM mentions WHERE keys && @later AND until IS NULL AND NOT refuted OFFSET 0) AS l
            WHERE published_at >= @from)
        """;

    /// <summary>The mentions of every entry that reaches into the extent.</summary>
    /// <param name="connection">Where.</param>
    /// <param name="transaction">The transaction; null for none.</param>
    /// <param name="extent">What is wanted.</param>
    /// <param name="known">The ids of mentions that need not be read again.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public static async Task<IReadOnlyList<StoredMention>> ReadAsync(
        NpgsqlConnection connection, NpgsqlTransaction? transaction, PartExtent extent, IEnumerable<string> known, CancellationToken cancellation)
    {
        if (extent.Whole.Count + extent.Later.Count == 0)
            return [];
        var sql =
            $"""
            {(transaction is null ? "" : ByIndex)}
            SELECT {MentionTable.Columns} FROM mentions
            WHERE until IS NULL AND NOT refuted AND entry_id = ANY ({Reached}) AND id <> ALL (@known)
            """;
        return await MentionTable.RowsAsync(connection, transaction, sql, Parameters(extent, known), cancellation);
    }

    private static object Parameters(PartExtent extent, IEnumerable<string> known)
    {
        var from = extent.Later.Count > 0 ? extent.From.UtcDateTime : DateTime.MaxValue;
        return new
        {
            whole = extent.Whole.ToArray(),
            later = extent.Later.ToArray(),
            from = DateTime.SpecifyKind(from, DateTimeKind.Utc),
            known = known.ToArray(),
            near = extent.Days.Count > 0 ? DayRange.Sql(extent.Days) : "{(,)}",
        };
    }
}
