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
    /// <summary>The entries that hold mentions, those that mentions of these would begin, if they once were, and further ones by id.</summary>
    public static async Task<IReadOnlyList<StoredEntry>> OfPartAsync(
        UnitOfWork work, IReadOnlyCollection<string> holding, IReadOnlyCollection<string> further, CancellationToken cancellation)
    {
        const string sql =
            """
            SELECT entry::text, version, announced, listed FROM entries
            WHERE id = ANY (@known) OR id IN (SELECT own_entry_id FROM mentions WHERE entry_id = ANY (@holding) AND own_entry_id <> entry_id)
            """;
        var rows = await work.Connection.QueryAsync<(string Entry, int Version, bool Announced, bool Listed)>(new CommandDefinition(
            sql, new { known = holding.Union(further).ToArray(), holding = holding.ToArray() }, work.Transaction, cancellationToken: cancellation));
        return rows.Select(r => new StoredEntry(new VersionedEntry(Read(r.Entry), r.Version, r.Announced), r.Listed)).ToList();
    }

    /// <summary>Records changes, and brings the entries to the state after the last of each.</summary>
    public static async Task RecordAsync(UnitOfWork work, IReadOnlyList<LedgerChange> changes, CancellationToken cancellation)
    {
        const string insert = "INSERT INTO changes (entry_id, version, change) VALUES ($1, $2, $3)";
        const string upsert =
            """
            INSERT INTO entries (id, version, type, listed_on, actors, entry, listed, announced, changed_at, dossiers, last_published)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            ON CONFLICT (id) DO UPDATE
            SET version = excluded.version, listed_on = excluded.listed_on, actors = excluded.actors, entry = excluded.entry,
                listed = excluded.listed, announced = entries.announced OR excluded.announced, changed_at = excluded.changed_at,
                dossiers = excluded.dossiers, last_published = excluded.last_published
            """;
        await using var batch = new NpgsqlBatch(work.Connection, work.Transaction);
        foreach (var change in changes)
        {
            var command = new NpgsqlBatchCommand(insert);
            command.Parameters.Add(new() { Value = change.EntryId });
            command.Parameters.Add(new() { Value = change.Version });
            command.Parameters.Add(Json(change));
            batch.BatchCommands.Add(command);
        }

        foreach (var ofEntry in changes.GroupBy(c => c.EntryId))
        {
            var last = ofEntry.MaxBy(c => c.Version)!;
            var command = new NpgsqlBatchCommand(upsert);
            command.Parameters.Add(new() { Value = last.EntryId });
            command.Parameters.Add(new() { Value = last.Version });
            command.Parameters.Add(new() { Value = WireWord.Of(last.After.Type) });
            command.Parameters.Add(new() { Value = LedgerFold.ListedOn(last.After) });
            command.Parameters.Add(new() { Value = last.After.Participants.Select(p => p.Id).Distinct().ToArray() });
            command.Parameters.Add(Json(last.After));
            command.Parameters.Add(new() { Value = last.Kind is not (ChangeKind.Retracted or ChangeKind.Merged) });
            command.Parameters.Add(new() { Value = ofEntry.Any(c => c.News) });
            command.Parameters.Add(new() { Value = last.RecordedAt.UtcDateTime });
            command.Parameters.Add(new() { Value = DossierKeys.Of(last.After).ToArray() });
            command.Parameters.Add(new() { Value = DossierFold.LastActivity(last.After).UtcDateTime });
            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync(cancellation);
    }

    public static Entry Read(string json) => JsonSerializer.Deserialize<Entry>(json, ParleyJson.Line)!;

    private static NpgsqlParameter Json<T>(T value) => new() { Value = JsonSerializer.Serialize(value, ParleyJson.Line), NpgsqlDbType = NpgsqlDbType.Jsonb };
}
