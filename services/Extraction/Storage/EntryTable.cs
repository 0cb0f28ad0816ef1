using System.Text.Json;
using Dapper;
using Npgsql;
using NpgsqlTypes;
using Parley.Contracts;
using Parley.Extraction.Ledger;
using Parley.Extraction.Ledger.Dossiers;
using Parley.Platform.Storage;
using Parley.Platform.Streaming;

namespace Parley.Extraction.Storage;

/// <summary>A row of entries: as last recorded, or, not listed, an id that an entry once had.</summary>
internal sealed record StoredEntry(VersionedEntry Entry, bool Listed);

/// <summary>The rows of entries and of their changes.</summary>
internal static class EntryTable
{
    /// <summary>Those of some ids that are, or were, entries; and, since both are asked at the same time, whether a verdict that holds speaks of one of some mentions.</summary>
    public static async Task<(IReadOnlyList<StoredEntry> Entries, bool AreJudged)> FindAsync(
        UnitOfWork work, IEnumerable<string> ids, IEnumerable<string> mentions, CancellationToken cancellation)
    {
        const string sql =
            $"""
            SELECT entry::text, version, announced, listed FROM entries WHERE id = ANY (@ids);
            SELECT {VerdictTable.AreJudged};
            """;
        await using var answers = await work.Connection.QueryMultipleAsync(new CommandDefinition(
            sql, new { ids = ids.ToArray(), mentions = mentions.ToArray() }, work.Transaction, cancellationToken: cancellation));
        var rows = await answers.ReadAsync<(string Entry, int Version, bool Announced, bool Listed)>();
        return (rows.Select(r => new StoredEntry(new VersionedEntry(Read(r.Entry), r.Version, r.Announced), r.Listed)).ToList(), await answers.ReadSingleAsync<bool>());
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

    /// <summary>Records changes with the commit, and brings the entries to the state after the last of each.</summary>
    /// <param name="work">The transaction.</param>
    /// <param name="changes">The changes, in order.</param>
    /// <param name="isAnnounced">Whether some change of the entry of an id was news.</param>
    /// <param name="reprocessing">The run of reading articles again that made them; null where none did.</param>
    public static void Record(UnitOfWork work, IReadOnlyList<LedgerChange> changes, Func<string, bool> isAnnounced, long? reprocessing)
    {
        if (changes.Count == 0)
            return;
        work.Write(Append(changes, reprocessing));
        work.Write(Upsert([.. changes.GroupBy(c => c.EntryId).Select(g => g.MaxBy(c => c.Version)!)], isAnnounced));
    }

    private static NpgsqlBatchCommand Append(IReadOnlyList<LedgerChange> changes, long? reprocessing)
    {
        // What is known of an entry follows what was known before: of what arrived out of turn, from then on. And it is logged behind the step before, though
        // a transaction that began earlier may write later.
        var rows = new Columns<LedgerChange>(
            $"""
            INSERT INTO changes (transaction, entry_id, version, change, known_from, listed, type, status, listed_on, last_published, actors, reprocessing)
            SELECT max({LogTable.Behind("b.transaction")}) OVER (), c.entry_id, c.version, c.change,
                   max(greatest(c.known_from, b.known_from)) OVER (PARTITION BY c.entry_id ORDER BY c.rank),
                   c.listed, c.type, c.status, c.listed_on, c.last_published, string_to_array(c.actors, '{Columns<LedgerChange>.Separator}'), $11
            FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) WITH ORDINALITY
                AS c (entry_id, version, change, known_from, listed, type, status, listed_on, last_published, actors, rank)
            LEFT JOIN LATERAL (SELECT known_from, transaction FROM changes AS b WHERE b.entry_id = c.entry_id AND b.version = c.version - 1 OFFSET 0) AS b ON true
            ORDER BY c.rank
            """,
            changes);
        rows.Add(c => c.EntryId);
        rows.Add(c => c.Version);
        rows.AddJson(c => c);
        rows.Add(c => (c.ReceivedAt ?? c.RecordedAt).UtcDateTime);
        rows.Add(IsListed);
        rows.Add(c => WireWord.Of(c.After.Type));
        rows.Add(c => WireWord.Of(c.After.Status));
        rows.Add(c => LedgerFold.ListedOn(c.After));
        rows.Add(c => c.After.History[^1].PublishedAt.UtcDateTime);
        rows.AddList(c => Actors(c.After));
        rows.AddOne(reprocessing, NpgsqlDbType.Bigint);
        return rows.Statement;
    }

    private static NpgsqlBatchCommand Upsert(IReadOnlyList<LedgerChange> last, Func<string, bool> isAnnounced)
    {
        var rows = new Columns<LedgerChange>(
            $"""
            INSERT INTO entries (id, version, type, status, listed_on, entry, listed, announced, changed_at, first_published, last_published, actors, dossiers)
            SELECT e.id, e.version, e.type, e.status, e.listed_on, e.entry, e.listed, e.announced, e.changed_at, e.first_published, e.last_published,
                   string_to_array(e.actors, '{Columns<LedgerChange>.Separator}'), string_to_array(e.dossiers, '{Columns<LedgerChange>.Separator}')
            FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
                AS e (id, version, type, status, listed_on, entry, listed, announced, changed_at, first_published, last_published, actors, dossiers)
            ON CONFLICT (id) DO UPDATE
            SET version = excluded.version, status = excluded.status, listed_on = excluded.listed_on, actors = excluded.actors, entry = excluded.entry,
                listed = excluded.listed, announced = entries.announced OR excluded.announced, changed_at = excluded.changed_at,
                first_published = excluded.first_published, last_published = excluded.last_published, dossiers = excluded.dossiers
            """,
            last);
        rows.Add(c => c.EntryId);
        rows.Add(c => c.Version);
        rows.Add(c => WireWord.Of(c.After.Type));
        rows.Add(c => WireWord.Of(c.After.Status));
        rows.Add(c => LedgerFold.ListedOn(c.After));
        rows.AddJson(c => c.After);
        rows.Add(IsListed);
        rows.Add(c => isAnnounced(c.EntryId));
        rows.Add(c => c.RecordedAt.UtcDateTime);
        rows.Add(c => c.After.History[0].PublishedAt.UtcDateTime);
        rows.Add(c => c.After.History[^1].PublishedAt.UtcDateTime);
        rows.AddList(c => Actors(c.After));
        rows.AddList(c => DossierKeys.Of(c.After));
        return rows.Statement;
    }

    private static bool IsListed(LedgerChange change) => change.Kind is not (ChangeKind.Retracted or ChangeKind.Merged);

    private static string[] Actors(Entry entry) => [.. entry.Participants.Select(p => p.Id).Distinct(StringComparer.Ordinal)];

    public static Entry Read(string json) => JsonSerializer.Deserialize<Entry>(json, ParleyJson.Line)!;
}
