using System.Text.Json;
using Dapper;
using Npgsql;
using NpgsqlTypes;
using Parley.Alerting.Matching;
using Parley.Contracts;
using Parley.Platform.Storage;

namespace Parley.Alerting.Storage;

/// <summary>How far the changes of each entry have been taken, and those that wait for their turn.</summary>
internal static class StepTable
{
    /// <summary>Locks entries to the end of the transaction: of several copies of the service one takes the steps of an entry at a time.</summary>
    /// <returns>The version up to which each has been taken, and the changes that wait.</returns>
    public static async Task<(IReadOnlyDictionary<string, int> Passed, IReadOnlyList<LedgerChange> Early)> LockAsync(
        UnitOfWork work, IEnumerable<string> entries, CancellationToken cancellation)
    {
        // In one order everywhere, so that two copies cannot wait for each other.
        const string sql =
            """
            INSERT INTO steps (entry_id, version) SELECT id, 0 FROM unnest(@ids) AS id ORDER BY id COLLATE "C" ON CONFLICT DO NOTHING;
            SELECT entry_id, version FROM steps WHERE entry_id = ANY (@ids) ORDER BY entry_id COLLATE "C" FOR UPDATE;
            SELECT change::text FROM early_steps WHERE entry_id = ANY (@ids);
            """;
        var ids = entries.Distinct(StringComparer.Ordinal).ToArray();
        await using var answers = await work.Connection.QueryMultipleAsync(new CommandDefinition(sql, new { ids }, work.Transaction, cancellationToken: cancellation));
        var passed = (await answers.ReadAsync<(string EntryId, int Version)>()).ToDictionary(p => p.EntryId, p => p.Version, StringComparer.Ordinal);
        var early = (await answers.ReadAsync<string>()).Select(json => JsonSerializer.Deserialize<LedgerChange>(json, ParleyJson.Line)!).ToList();
        return (passed, early);
    }

    /// <summary>Records, with the commit, what has been taken, and what waits.</summary>
    public static void Record(UnitOfWork work, StepOrder order, DateTimeOffset now)
    {
        const string take =
            """
            UPDATE steps SET version = p.version FROM unnest($1, $2) AS p (entry_id, version)
            WHERE steps.entry_id = p.entry_id AND steps.entry_id = ANY ($1) AND steps.version <> p.version
            """;
        const string forget = "DELETE FROM early_steps USING unnest($1, $2) AS d (entry_id, version) WHERE early_steps.entry_id = d.entry_id AND early_steps.version = d.version";
        const string keep =
            """
            INSERT INTO early_steps (entry_id, version, arrived_at, change)
            SELECT e.entry_id, e.version, $3, e.change FROM unnest($1, $2, $4) AS e (entry_id, version, change)
            ON CONFLICT DO NOTHING
            """;
        work.Write(Command(take, order.Passed.Keys, order.Passed.Values));
        work.Write(Command(forget, order.Due.Select(c => c.EntryId), order.Due.Select(c => c.Version)));
        if (order.Early.Count == 0)
            return;
        var command = Command(keep, order.Early.Select(c => c.EntryId), order.Early.Select(c => c.Version));
        command.Parameters.Add(new() { Value = now.UtcDateTime });
        command.Parameters.Add(new()
        {
            Value = order.Early.Select(c => JsonSerializer.Serialize(c, ParleyJson.Line)).ToArray(),
            NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Json,
        });
        work.Write(command);
    }

    /// <summary>The entries of which a change has waited since before a time.</summary>
    public static async Task<IReadOnlyList<string>> WaitingSinceAsync(UnitOfWork work, DateTimeOffset before, CancellationToken cancellation) =>
        [.. await work.Connection.QueryAsync<string>(new CommandDefinition(
            "SELECT DISTINCT entry_id FROM early_steps WHERE arrived_at < @before", new { before = before.UtcDateTime }, work.Transaction,
            cancellationToken: cancellation))];

    private static NpgsqlBatchCommand Command(string sql, IEnumerable<string> entries, IEnumerable<int> versions)
    {
        var command = new NpgsqlBatchCommand(sql);
        command.Parameters.Add(new() { Value = entries.ToArray() });
        command.Parameters.Add(new() { Value = versions.ToArray() });
        return command;
    }
}
