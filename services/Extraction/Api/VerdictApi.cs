using System.Globalization;
using Grpc.Core;
using Npgsql;
using Parley.Contracts;
using Parley.Contracts.Protocol;
using Parley.Extraction.Storage;
using Parley.Platform.Grpc;
using Parley.Platform.Storage;
using Parley.Protocol.Extraction.V1;

namespace Parley.Extraction.Api;

/// <summary><c>parley.extraction.v1.VerdictService</c>.</summary>
internal sealed class VerdictApi(ExtractionDatabase database, VerdictStore verdicts) : VerdictService.VerdictServiceBase
{
    private const int DefaultPage = 100;
    private const int LargestPage = 1_000;

    public override async Task<GiveVerdictResponse> GiveVerdict(GiveVerdictRequest request, ServerCallContext context)
    {
        var cancellation = context.CancellationToken;
        var asked = VerdictRequest.Read(request);
        if (await FirstAnswerAsync(asked, cancellation) is { } first)
            return first;
        try
        {
            await using var work = await database.BeginAsync(cancellation);
            var (given, changes) = await verdicts.GiveAsync(work, () => asked.OnMentionsAsync(work, verdicts.Now(), cancellation), cancellation);
            await CommitAsync(work, changes, cancellation);
            return Answer(given, changes);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            // The same request came twice at one time, and the other was first.
            return await FirstAnswerAsync(asked, cancellation) ?? throw GrpcErrors.Unavailable("The same request is being answered; try again.", TimeSpan.FromSeconds(1));
        }
    }

    public override async Task<WithdrawVerdictResponse> WithdrawVerdict(WithdrawVerdictRequest request, ServerCallContext context)
    {
        var cancellation = context.CancellationToken;
        var id = Ids.Required(request.VerdictId, "verdict_id");
        var by = VerdictRequest.By(request.By, "by");
        await using var work = await database.BeginAsync(cancellation);
        // Two who withdraw it at one time come one after the other.
        var given = await VerdictTable.LockAsync(work, id, cancellation) ?? throw GrpcErrors.NotFound("verdict", request.VerdictId);
        var response = new WithdrawVerdictResponse();
        if (given.WithdrawnAt is null)
        {
            var changes = await verdicts.WithdrawAsync(work, given, by, cancellation);
            given = (await VerdictTable.FindAsync(work.Connection, work.Transaction, id, cancellation))!;
            await CommitAsync(work, changes, cancellation);
            response.Changes.AddRange(changes.Select(c => c.ToProto()));
        }

        response.Verdict = given.ToProto();
        return response;
    }

    public override async Task<GetVerdictResponse> GetVerdict(GetVerdictRequest request, ServerCallContext context)
    {
        var id = Ids.Required(request.VerdictId, "verdict_id");
        await using var connection = await database.OpenAsync(context.CancellationToken);
        var given = await VerdictTable.FindAsync(connection, null, id, context.CancellationToken) ?? throw GrpcErrors.NotFound("verdict", request.VerdictId);
        return new GetVerdictResponse { Verdict = given.ToProto() };
    }

    public override async Task<ListVerdictsResponse> ListVerdicts(ListVerdictsRequest request, ServerCallContext context)
    {
        var size = PageToken.Size(request.PageSize, DefaultPage, LargestPage);
        var entry = Ids.Optional(request.EntryId, "entry_id");
        var scope = $"list-verdicts:{entry}";
        var after = Position(PageToken.Read(request.PageToken, scope, "page_token"));

        await using var connection = await database.OpenAsync(context.CancellationToken);
        var given = await VerdictTable.ListAsync(connection, entry, after, size + 1, context.CancellationToken);
        var response = new ListVerdictsResponse();
        response.Verdicts.AddRange(given.Take(size).Select(g => g.ToProto()));
        if (given.Count > size)
            response.NextPageToken = PageToken.Make(scope, string.Create(CultureInfo.InvariantCulture, $"{given[size - 1].Verdict.MadeAt.UtcTicks} {given[size - 1].Verdict.Id}"));
        return response;
    }

    private static async Task CommitAsync(UnitOfWork work, IReadOnlyList<LedgerChange> changes, CancellationToken cancellation)
    {
        foreach (var change in changes)
            work.PublishChange(change);
        await work.CommitAsync(cancellation);
    }

    /// <summary>What the first request with that id was answered; null where this is the first.</summary>
    private async Task<GiveVerdictResponse?> FirstAnswerAsync(VerdictRequest asked, CancellationToken cancellation)
    {
        if (asked.Digest.Length == 0)
            return null;
        await using var connection = await database.OpenAsync(cancellation);
        if (await VerdictTable.FindAsync(connection, null, asked.Id, cancellation) is not { } given)
            return null;
        if (given.RequestDigest != asked.Digest)
            throw GrpcErrors.Invalid("request_id", "is that of another verdict; give each its own");
        return Answer(given, await VerdictTable.ChangesAsync(connection, given.Verdict.Id, cancellation));
    }

    private static GiveVerdictResponse Answer(GivenVerdict given, IReadOnlyList<LedgerChange> changes)
    {
        var response = new GiveVerdictResponse { Verdict = given.ToProto() };
        response.Changes.AddRange(changes.Select(c => c.ToProto()));
        return response;
    }

    private static (DateTimeOffset MadeAt, string Id)? Position(string? text)
    {
        if (text is null)
            return null;
        var parts = text.Split(' ', 2);
        return parts.Length == 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTimeOffset.MaxValue.Ticks
            ? (new DateTimeOffset(ticks, TimeSpan.Zero), parts[1])
            : throw GrpcErrors.Invalid("page_token", "is not a token of this method");
    }
}
