using Dapper;
using Npgsql;
using Parley.Extraction.Ledger.Dossiers;

namespace Parley.Extraction.Storage;

/// <summary>Fills in, before the service answers, which dossiers those entries belong to that were recorded when it did not know dossiers yet.</summary>
internal sealed class DossierBackfill(ExtractionDatabase database, ILogger<DossierBackfill> log) : IHostedService
{
    private const int Batch = 500;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var filled = 0;
        while (await FillAsync(cancellationToken) is > 0 and var count) filled += count;
        if (filled > 0) log.LogInformation("Filled in the dossiers of {Entries} entries", filled);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<int> FillAsync(CancellationToken cancellation)
    {
        // Another copy that starts fills others; and who records a change of an entry meanwhile fills it too.
        const string missing = "SELECT entry::text FROM entries WHERE listed AND dossiers IS NULL LIMIT @batch FOR UPDATE SKIP LOCKED";
        await using var work = await database.BeginAsync(cancellation);
        var rows = await work.Connection.QueryAsync<string>(new CommandDefinition(missing, new { batch = Batch }, work.Transaction, cancellationToken: cancellation));
        var entries = rows.Select(EntryTable.Read).ToList();
        if (entries.Count == 0) return 0;
        await using var batch = new NpgsqlBatch(work.Connection, work.Transaction);
        foreach (var entry in entries)
        {
            var update = new NpgsqlBatchCommand("UPDATE entries SET dossiers = $1 WHERE id = $2");
            update.Parameters.Add(new() { Value = DossierKeys.Of(entry).ToArray() });
            update.Parameters.Add(new() { Value = entry.Id });
            batch.BatchCommands.Add(update);
        }

        await batch.ExecuteNonQueryAsync(cancellation);
        await work.CommitAsync(cancellation);
        return entries.Count;
    }
}
