using System.Text.Json;
using Parley.Contracts;
using Parley.Platform.Streaming;

namespace Parley.Extraction.Storage;

/// <summary>A change with its place in the log.</summary>
internal sealed record LoggedChange(LogPosition Position, LedgerChange Change) : ILogRow;

/// <summary>The log of all changes of the ledger.</summary>
internal sealed class ChangeLog(ExtractionDatabase database) : ILog<LoggedChange>
{
    private const string Table = "changes";

    /// <inheritdoc/>
    public async Task<LogPosition> EndAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenPreparedAsync(cancellation);
        return await LogTable.EndAsync(connection, Table, cancellation);
    }

    /// <inheritdoc/>
    public Task<(IReadOnlyList<LoggedChange> Rows, bool MoreHidden)> ReadAsync(LogPosition after, int limit, CancellationToken cancellation) =>
        ReadAsync(after, limit, null, cancellation);

    /// <summary>The same of one entry, if one is given.</summary>
    public async Task<(IReadOnlyList<LoggedChange> Rows, bool MoreHidden)> ReadAsync(
        LogPosition after, int limit, string? entryId, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await LogTable.ReadAsync(
            connection, Table, "change::text", after, limit,
            (position, reader) => new LoggedChange(position, JsonSerializer.Deserialize<LedgerChange>(reader.GetString(3), ParleyJson.Line)!), cancellation,
            entryId is null ? null : ("entry_id", entryId));
    }
}
