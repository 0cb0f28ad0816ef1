using System.Text.Json;
using Parley.Contracts;
using Parley.Contracts.Protocol;
using Parley.Protocol.Extraction.V1;
using Change = Parley.Protocol.Type.V1.Change;

namespace Parley.Tests;

/// <summary>Reads a whole ledger over gRPC.</summary>
internal static class Ledgers
{
    /// <summary>Every entry, page by page.</summary>
    public static async Task<IReadOnlyList<Entry>> ReadAllAsync(this LedgerService.LedgerServiceClient ledger, ListEntriesRequest? request = null)
    {
        var entries = new List<Entry>();
        request = request?.Clone() ?? new ListEntriesRequest();
        do
        {
            var page = await ledger.ListEntriesAsync(request, deadline: DateTime.UtcNow.AddSeconds(20));
            entries.AddRange(page.Entries.Select(e => e.ToDomain()));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return entries;
    }

    /// <summary>
    /// Every change at a site. A transaction that is open in any database of the server holds the newest back, so they are waited for.
    /// </summary>
    public static async Task<IReadOnlyList<Change>> ChangesAsync(this LedgerService.LedgerServiceClient ledger, Site site)
    {
        var count = await site.ReadAsync<int>("extraction", "SELECT count(*) FROM changes");
        return await Eventually.SeeAsync(
            $"{count} changes can be read",
            async () => (await ledger.ListChangesAsync(new() { PageSize = 1_000 }, deadline: DateTime.UtcNow.AddSeconds(20))).Changes,
            changes => changes.Count == count);
    }

    /// <summary>An entry a line, to compare ledgers by the byte.</summary>
    public static string Json(IEnumerable<Entry> entries) => string.Join('\n', entries.Select(e => JsonSerializer.Serialize(e, ParleyJson.Line)));
}
