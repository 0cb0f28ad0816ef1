using System.Runtime.CompilerServices;
using System.Text.Json;
using Parley.Contracts;
using Parley.Contracts.Protocol;
using Parley.Protocol.Extraction.V1;
using Dossier = Parley.Contracts.Dossier;

namespace Parley.Cli.Output;

/// <summary>Dossiers as JSON, one a line, or for people: a list as a table, a single one as a page.</summary>
internal static class DossierLines
{
    /// <summary>Every one that the request allows, page by page.</summary>
    public static async IAsyncEnumerable<Dossier> ReadAsync(
        LedgerService.LedgerServiceClient ledger, ListDossiersRequest request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        do
        {
            var page = await ledger.ListDossiersAsync(request, cancellationToken: cancellation);
            foreach (var dossier in page.Dossiers)
                yield return dossier.ToDomain();
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
    }

    /// <summary>Prints a list: lines for programs, as they come, and a table for people.</summary>
    public static async Task WriteAsync(IAsyncEnumerable<Dossier> dossiers, bool json)
    {
        if (json)
        {
            await foreach (var dossier in dossiers)
                await Console.Out.WriteLineAsync(Of(dossier));
            return;
        }

        var all = await dossiers.ToListAsync();
        if (all.Count == 0)
            await Console.Error.WriteLineAsync("there are no dossiers");
        else
            Terminal.Out.Write(DossierPage.Table(all));
    }

    /// <summary>Prints one.</summary>
    public static async Task WriteAsync(Dossier dossier, bool json)
    {
        if (json)
            await Console.Out.WriteLineAsync(Of(dossier));
        else
            DossierPage.Show(Terminal.Out, dossier);
    }

    /// <summary>One dossier as a line.</summary>
    public static string Of(Dossier dossier) => JsonSerializer.Serialize(dossier, ParleyJson.Line);
}
