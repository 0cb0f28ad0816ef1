using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Parley.Contracts.Protocol;
using Parley.Extraction.Reprocessing;
using Parley.Platform.Grpc;
using Parley.Protocol.Extraction.V1;
using ProtoChangeKind = Parley.Protocol.Type.V1.ChangeKind;

namespace Parley.Extraction.Api;

/// <summary><c>parley.extraction.v1.ReprocessingService</c>.</summary>
internal sealed class ReprocessingApi(RunTable runs, NetChanges changes) : ReprocessingService.ReprocessingServiceBase
{
    private const int DefaultPage = 100;
    private const int LargestPage = 1_000;

    public override async Task<StartReprocessingResponse> StartReprocessing(StartReprocessingRequest request, ServerCallContext context)
    {
        var caller = context.GetHttpContext().User.Identity?.Name ?? "";
        var (run, joined) = await runs.StartAsync(request.All, RequestId(request.RequestId), caller, context.CancellationToken);
        return new StartReprocessingResponse { Run = run is null ? null : ToProto(run), Joined = joined };
    }

    public override async Task<GetReprocessingResponse> GetReprocessing(GetReprocessingRequest request, ServerCallContext context)
    {
        if (request.Number < 0)
            throw GrpcErrors.Invalid("number", "is negative");
        return new GetReprocessingResponse { Run = ToProto(await FindAsync(request.Number, context.CancellationToken)) };
    }

    public override async Task<CancelReprocessingResponse> CancelReprocessing(CancelReprocessingRequest request, ServerCallContext context)
    {
        var run = await FindAsync(Number(request.Number), context.CancellationToken);
        await runs.CancelAsync(run.Number, context.CancellationToken);
        return new CancelReprocessingResponse { Run = ToProto(await FindAsync(run.Number, context.CancellationToken)) };
    }

    public override async Task<ListReprocessingChangesResponse> ListReprocessingChanges(ListReprocessingChangesRequest request, ServerCallContext context)
    {
        var number = Number(request.Number);
        var size = PageToken.Size(request.PageSize, DefaultPage, LargestPage);
        var scope = $"reprocessing-changes:{number}";
        var after = PageToken.Read(request.PageToken, scope, "page_token") ?? "";
        await FindAsync(number, context.CancellationToken);

        var (found, last) = await changes.ListAsync(number, after, size, context.CancellationToken);
        var response = new ListReprocessingChangesResponse { NextPageToken = last is null ? "" : PageToken.Make(scope, last) };
        response.Changes.AddRange(found.Select(c => new ReprocessingChange
        {
            Kind = c.Kind.ToProto<Contracts.ChangeKind, ProtoChangeKind>(),
            Before = c.Before?.ToProto(),
            After = c.After?.ToProto(),
            MergedInto = c.MergedInto ?? "",
        }));
        return response;
    }

    private static Guid? RequestId(string id)
    {
        if (id.Length == 0)
            return null;
        return Guid.TryParseExact(id, "D", out var uuid) ? uuid : throw GrpcErrors.Invalid("request_id", "is no UUID such as 6f1b3c1e-5d9a-4c58-9f0b-0e6f2a7d4c11");
    }

    private static long Number(long number) => number > 0 ? number : throw GrpcErrors.Invalid("number", "is not the number of a run; they count from 1");

    private async Task<StoredRun> FindAsync(long number, CancellationToken cancellation) => await runs.FindAsync(number, cancellation)
        ?? throw GrpcErrors.NotFound("reprocessing", number == 0 ? "yet" : number.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static ReprocessingRun ToProto(StoredRun run)
    {
        var proto = new ReprocessingRun
        {
            Number = run.Number,
            State = run.FinishedAt is null ? ReprocessingState.UnderWay : run.Cancelled ? ReprocessingState.Cancelled : ReprocessingState.Finished,
            StartedBy = run.StartedBy,
            All = run.Whole,
            RulesVersion = run.RulesVersion,
            StartedAt = run.StartedAt.ToTimestamp(),
            FinishedAt = run.FinishedAt?.ToTimestamp(),
            Total = run.Total,
            Done = run.Done,
            Failed = run.Failed,
            WithoutText = run.WithoutText,
            ChangedEntries = run.ChangedEntries,
        };
        proto.FormerRulesVersions.AddRange(run.FormerRules);
        return proto;
    }
}
