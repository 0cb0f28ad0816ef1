using System.Text.Json;
using Dapper;
using Npgsql;
using NpgsqlTypes;
using Parley.Contracts;
using Parley.Extraction.Ledger;
using Parley.Extraction.Ledger.Dossiers;
using Parley.Platform.Storage;

namespace Parley.Extraction.Storage;

/// <summary>A row of entries: as last recorded, or, not listed, an id that an entry once had.</summary>
internal sealed record StoredEntry(VersionedEntry Entry, bool Listed);

/// <summary>The rows of entries and of their changes.</summary>
internal static class EntryTable
{
    /// <summary>Those of the ids that are, or were, entries.</summary>
    public static async Task<IReadOnlyList<StoredEntry>> FindAsync(UnitOfWork work, IEnumerable<string> ids, CancellationToken cancellation)
    {
        var rows = await work.Connection.QueryAsync<(string Entry, int Version, bool Announced, bool Listed)>(new CommandDefinition(
            "SELECT entry::text, version, announced, listed FROM entries WHERE id = ANY (@ids)",
            new { ids = ids.ToArray() }, work.Transaction, cancellationToken: cancellation));
        return rows.Select(r => new StoredEntry(new VersionedEntry(Read(r.Entry), r.Version, r.Announced), r.Listed)).ToList();
    }

    /// <summary>
    /// SQL for the id that an entry of an id (<c>@entryId</c>) has now: that of the entry which holds the mention that the id stands for or, where that mention
    /// is no more, of the one that the entry lives on in.
    /// </summary>
    public const string CurrentId =
        """
        (WITH RECURSIVE led (id, steps) AS (
             SELECT @entryId::text, 0
             UNION ALL
             SELECT n.next, led.steps + 1
             FROM led CROSS JOIN LATERAL (SELECT coalesce(
                 (SELECT m.entry_id FROM mentions AS m WHERE m.own_entry_id = led.id AND m.entry_id <> led.id),
                 (SELECT c.change ->> 'merged_into' FROM changes AS c WHERE c.entry_id = led.id ORDER BY c.version DESC LIMIT 1)) AS next) AS n
             WHERE n.next IS NOT NULL AND led.steps < 100)
         SELECT id FROM led ORDER BY steps DESC LIMIT 1)
        """;

    /// <summary>The id that an entry of an id has now; the same where there is no other.</summary>
    public static async Task<string> CurrentIdAsync(NpgsqlConnection connection, string entryId, CancellationToken cancellation) =>
        (await connection.ExecuteScalarAsync<string>(new CommandDefinition($"SELECT {CurrentId}", new { entryId }, cancellationToken: cancellation)))!;

    /// <summary>Records changes, and brings the entries to the state after the last of each.</summary>
    /// <param name="work">The transaction.</param>
    /// <param name="changes">The changes, in order.</param>
    /// <param name="isAnnounced">Whether some change of the entry of an id was news.</param>
    /// <param name="reprocessing">The run of reading articles again that made them; null where none did.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public static async Task RecordAsync(
        UnitOfWork work, IReadOnlyList<LedgerChange> changes, Func<string, bool> isAnnounced, long? reprocessing, CancellationToken cancellation)
    {
        if (changes.Count == 0)
            return;
        const string insert =
            """
            WITH before AS (
                UPDATE changes SET known_until = greatest(known_from, $4) WHERE entry_id = $1 AND known_until IS NULL RETURNING known_until)
            INSERT INTO changes (entry_id, version, change, known_from, listed, type, status, listed_on, last_published, actors, reprocessing)
            VALUES ($1, $2, $3, coalesce((SELECT max(known_until) FROM before), $4), $5, $6, $7, $8, $9, $10, $11)
            """;
        const string upsert =
            """
            INSERT INTO entries (id, version, type, status, listed_on, actors, entry, listed, announced, changed_at, first_published, last_published, dossiers)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            ON CONFLICT (id) DO UPDATE
            SET version = excluded.version, status = excluded.status, listed_on = excluded.listed_on, actors = excluded.actors, entry = excluded.entry,
                listed = excluded.listed, announced = entries.announced OR excluded.announced, changed_at = excluded.changed_at,
                first_published = excluded.first_published, last_published = excluded.last_published, dossiers = excluded.dossiers
            """;
        await using var batch = new NpgsqlBatch(work.Connection, work.Transaction);
        foreach (var change in changes)
        {
            var command = new NpgsqlBatchCommand(insert);
            command.Parameters.Add(new() { Value = change.EntryId });
            command.Parameters.Add(new() { Value = change.Version });
            command.Parameters.Add(Json(change));
            command.Parameters.Add(new() { Value = (change.ReceivedAt ?? change.RecordedAt).UtcDateTime });
            command.Parameters.Add(new() { Value = IsListed(change) });
            command.Parameters.Add(new() { Value = WireWord.Of(change.After.Type) });
            command.Parameters.Add(new() { Value = WireWord.Of(change.After.Status) });
            command.Parameters.Add(new() { Value = LedgerFold.ListedOn(change.After) });
            command.Parameters.Add(new() { Value = change.After.History[^1].PublishedAt.UtcDateTime });
            command.Parameters.Add(new() { Value = Actors(change.After) });
            command.Parameters.Add(new() { Value = reprocessing is { } run ? (object)run : DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint });
            batch.BatchCommands.Add(command);
        }

        foreach (var ofEntry in changes.GroupBy(c => c.EntryId))
        {
            var last = ofEntry.MaxBy(c => c.Version)!;
            var command = new NpgsqlBatchCommand(upsert);
            command.Parameters.Add(new() { Value = last.EntryId });
            command.Parameters.Add(new() { Value = last.Version });
            command.Parameters.Add(new() { Value = WireWord.Of(last.After.Type) });
            command.Parameters.Add(new() { Value = WireWord.Of(last.After.Status) });
            command.Parameters.Add(new() { Value = LedgerFold.ListedOn(last.After) });
            command.Parameters.Add(new() { Value = Actors(last.After) });
            command.Parameters.Add(Json(last.After));
            command.Parameters.Add(new() { Value = IsListed(last) });
            command.Parameters.Add(new() { Value = isAnnounced(last.EntryId) });
            command.Parameters.Add(new() { Value = last.RecordedAt.UtcDateTime });
            command.Parameters.Add(new() { Value = last.After.History[0].PublishedAt.UtcDateTime });
            command.Parameters.Add(new() { Value = last.After.History[^1].PublishedAt.UtcDateTime });
            command.Parameters.Add(new() { Value = DossierKeys.Of(last.After).ToArray() });
            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync(cancellation);
    }

    private static bool IsListed(LedgerChange change) => change.Kind is not (ChangeKind.Retracted or ChangeKind.Merged);

    private static string[] Actors(Entry entry) => [.. entry.Participants.Select(p => p.Id).Distinct(StringComparer.Ordinal)];

    public static Entry Read(string json) => JsonSerializer.Deserialize<Entry>(json, ParleyJson.Line)!;

    private static NpgsqlParameter Json<T>(T value) => new() { Value = JsonSerializer.Serialize(value, ParleyJson.Line), NpgsqlDbType = NpgsqlDbType.Jsonb };
}
