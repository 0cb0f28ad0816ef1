using System.Runtime.CompilerServices;
using System.Text.Json;
using Parley.Contracts;
using Parley.Contracts.Protocol;
using Parley.Protocol.Extraction.V1;

namespace Parley.Cli.Output;

/// <summary>A run of reading articles again, and what it changed, as JSON lines or as a table.</summary>
internal static class ReprocessingLines
{
    private const int PageSize = 200;

    /// <summary>Every entry that the run changed, page by page.</summary>
    public static async IAsyncEnumerable<ReprocessingChange> ReadAsync(
        ReprocessingService.ReprocessingServiceClient runs, long number, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var request = new ListReprocessingChangesRequest { Number = number, PageSize = PageSize };
        do
        {
            var page = await runs.ListReprocessingChangesAsync(request, cancellationToken: cancellation);
            foreach (var change in page.Changes)
                yield return change;
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
    }

    /// <summary>Prints them: lines for programs, as they come; for people a table and the counts.</summary>
    public static async Task WriteAsync(IAsyncEnumerable<ReprocessingChange> changes, bool json)
    {
        if (json)
        {
            await foreach (var change in changes)
                await Console.Out.WriteLineAsync(Of(change));
            return;
        }

        var all = await changes.ToListAsync();
        if (all.Count > 0)
            Terminal.Out.Write(ReprocessingView.Table(all));
        await Console.Out.WriteLineAsync(ReprocessingView.Counts(all));
    }

    /// <summary>What changed of one entry, as a line.</summary>
    public static string Of(ReprocessingChange change) => JsonSerializer.Serialize(
        new
        {
            Id = (change.After ?? change.Before).Id,
            Kind = ReprocessingView.KindOf(change),
            MergedInto = change.MergedInto.Length == 0 ? null : change.MergedInto,
            Before = change.Before?.ToDomain(),
            After = change.After?.ToDomain(),
        },
        ParleyJson.Line);

    /// <summary>A run as a line.</summary>
    public static string Of(ReprocessingRun run) => JsonSerializer.Serialize(
        new
        {
            run.Number,
            State = WireWord.Of(run.State),
            run.StartedBy,
            run.All,
            run.RulesVersion,
            FormerRulesVersions = run.FormerRulesVersions.ToArray(),
            StartedAt = run.StartedAt.ToDateTimeOffset(),
            FinishedAt = run.FinishedAt?.ToDateTimeOffset(),
            run.Total,
            run.Done,
            run.Failed,
            run.WithoutText,
            run.ChangedEntries,
        },
        ParleyJson.Line);
}
