using System.Globalization;
using Parley.Alerting.Matching;
using Parley.Alerting.Storage;
using Parley.Platform.Grpc;

namespace Parley.Alerting.Api;

/// <summary>Pages of what a subscriber was, or would have been, told, the newest first: the log read back and matched.</summary>
internal sealed class AlertPages(ChangeLog log)
{
    private const int Chunk = 500;

    /// <summary>A call looks through no more rows than that; a page may come out shorter, and then has a token all the same.</summary>
    private const int MostRead = 20_000;

    /// <summary>A page.</summary>
    /// <param name="request">Whose.</param>
    /// <param name="from">Raised then or later.</param>
    /// <param name="to">Raised before then.</param>
    /// <param name="size">At most this many.</param>
    /// <param name="token">Where the last page ended; empty for the first.</param>
    /// <param name="scope">What tokens belong to.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <returns>The rows, and the token of the next page; empty after the last.</returns>
    public async Task<(IReadOnlyList<LoggedChange> Rows, string NextToken)> ReadAsync(
        Request request, DateTimeOffset from, DateTimeOffset to, int size, string token, string scope, CancellationToken cancellation)
    {
        var position = Position(token, scope);
        var rows = new List<LoggedChange>();
        for (var read = 0; read < MostRead;)
        {
            var chunk = await log.ListAsync(from, to, position, Chunk, cancellation);
            foreach (var row in chunk)
            {
                if (rows.Count == size)
                    return (rows, Token(scope, position!.Value));
                position = (row.RaisedAt, row.Position.Position);
                if (request.Wants(row))
                    rows.Add(row);
            }

            read += chunk.Count;
            if (chunk.Count < Chunk)
                return (rows, "");
        }

        return (rows, Token(scope, position!.Value));
    }

    private static string Token(string scope, (DateTimeOffset RaisedAt, long Position) position) =>
        PageToken.Make(scope, string.Create(CultureInfo.InvariantCulture, $"{position.RaisedAt.UtcTicks} {position.Position}"));

    private static (DateTimeOffset RaisedAt, long Position)? Position(string token, string scope)
    {
        if (PageToken.Read(token, scope, "page_token") is not { } text)
            return null;
        var parts = text.Split(' ');
        return parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTimeOffset.MaxValue.UtcTicks
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var position)
            ? (new DateTimeOffset(ticks, TimeSpan.Zero), position)
            : throw GrpcErrors.Invalid("page_token", "is not a token of this method");
    }
}
