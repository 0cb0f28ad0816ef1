using System.Text.Json;
using Parley.Contracts;
using Parley.Contracts.Protocol;
using Parley.Protocol.Extraction.V1;

namespace Parley.Cli.Output;

/// <summary>The ledger as JSON, an entry a line, or as a table.</summary>
internal static class LedgerLines
{
    /// <summary>Every entry that is asked for, page by page.</summary>
    public static async IAsyncEnumerable<Entry> ReadAsync(
        LedgerService.LedgerServiceClient ledger, ListEntriesRequest asked,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var request = new ListEntriesRequest(asked) { PageSize = 1000 };
        do
        {
            var page = await ledger.ListEntriesAsync(request, cancellationToken: cancellation);
            foreach (var entry in page.Entries)
                yield return entry.ToDomain();
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
    }

    /// <summary>Prints them: lines for programs, as they come, and a table for people.</summary>
    public static async Task WriteAsync(IAsyncEnumerable<Entry> entries, bool json)
    {
        if (json)
        {
            await foreach (var entry in entries)
                await Console.Out.WriteLineAsync(Of(entry));
            return;
        }

        var all = await entries.ToListAsync();
        if (all.Count == 0)
            await Console.Error.WriteLineAsync("the ledger has no such entry");
        else
            Terminal.Out.Write(EntryTable.Of(all));
    }

    /// <summary>One entry as a line.</summary>
    public static string Of(Entry entry) => JsonSerializer.Serialize(entry, ParleyJson.Line);
}
