using System.Globalization;
using Grpc.Core;
using Parley.Contracts.Protocol;
using Parley.Extraction.Ledger;
using Parley.Extraction.Ledger.Dossiers;
using Parley.Extraction.Storage;
using Parley.Platform.Grpc;
using Parley.Protocol.Extraction.V1;

namespace Parley.Extraction.Api;

/// <summary><c>parley.extraction.v1.LedgerService</c>.</summary>
internal sealed class LedgerApi(LedgerReader ledger, DossierReader dossiers) : LedgerService.LedgerServiceBase
{
    private const int DefaultPage = 100;
    private const int LargestPage = 1_000;

    public override async Task<GetEntryResponse> GetEntry(GetEntryRequest request, ServerCallContext context)
    {
        var entry = await ledger.FindAsync(Ids.Required(request.EntryId, "entry_id"), context.CancellationToken) ?? throw GrpcErrors.NotFound("entry", request.EntryId);
        return new GetEntryResponse { Entry = entry.ToProto() };
    }

    public override async Task<ListEntriesResponse> ListEntries(ListEntriesRequest request, ServerCallContext context)
    {
        var size = PageToken.Size(request.PageSize, DefaultPage, LargestPage);
        var scope = $"list-entries:{(int)request.Type}:{request.Actor}:{request.AsOf}:{request.KnownAt}";
        var after = Position(request.PageToken, scope);
        var filter = new EntryFilter(RequestedType.Of(request.Type), Ids.Optional(request.Actor, "actor"));

        var entries = request.AsOf is null && request.KnownAt is null
            ? await ledger.ListAsync(filter, after, size + 1, context.CancellationToken)
            : await ledger.ListAsync(
                filter, Time(request.AsOf, "as_of"), Time(request.KnownAt, "known_at"), after, size + 1, context.CancellationToken);
        var response = new ListEntriesResponse();
        response.Entries.AddRange(entries.Take(size).Select(e => e.ToProto()));
        if (entries.Count > size)
            response.NextPageToken = PageToken.Make(scope, $"{LedgerFold.ListedOn(entries[size - 1]):yyyy-MM-dd} {entries[size - 1].Id}");
        return response;
    }

    public override async Task<ListChangesResponse> ListChanges(ListChangesRequest request, ServerCallContext context)
    {
        var size = PageToken.Size(request.PageSize, DefaultPage, LargestPage);
        var scope = $"list-changes:{request.EntryId}";
        var (transaction, position) = LogPosition(request.PageToken, scope);
        var changes = await ledger.ChangesAsync(
            Ids.Optional(request.EntryId, "entry_id"), transaction, position, size, context.CancellationToken);
        var response = new ListChangesResponse { NextPageToken = request.PageToken };
        response.Changes.AddRange(changes.Select(c => c.Change.ToProto()));
        if (changes.Count > 0)
            response.NextPageToken = PageToken.Make(scope, string.Create(CultureInfo.InvariantCulture, $"{changes[^1].Transaction} {changes[^1].Position}"));
        return response;
    }

    public override async Task<GetDossierResponse> GetDossier(GetDossierRequest request, ServerCallContext context)
    {
        var id = DossierRequests.Id(request);
        var dossier = await dossiers.FindAsync(id, Moment(request.AsOf, request.KnownAt), context.CancellationToken) ?? throw GrpcErrors.NotFound("dossier", id);
        return new GetDossierResponse { Dossier = dossier.ToProto() };
    }

    public override async Task<ListDossiersResponse> ListDossiers(ListDossiersRequest request, ServerCallContext context)
    {
        var size = PageToken.Size(request.PageSize, DossierRequests.DefaultPage, DossierRequests.LargestPage);
        var scope = $"list-dossiers:{(int)request.Type}:{request.Actor}:{request.AsOf}:{request.KnownAt}";
        var after = DossierRequests.Position(request.PageToken, scope);
        var filter = new DossierFilter(DossierRequests.Type(request.Type), Ids.Optional(request.Actor, "actor"));

        var (page, end) = await dossiers.ListAsync(filter, Moment(request.AsOf, request.KnownAt), after, size, context.CancellationToken);
        var response = new ListDossiersResponse { Dossiers = { page.Select(d => d.ToProto()) } };
        if (end is not null) response.NextPageToken = PageToken.Make(scope, DossierRequests.Position(end));
        return response;
    }

    private static DossierMoment Moment(Google.Protobuf.WellKnownTypes.Timestamp? asOf, Google.Protobuf.WellKnownTypes.Timestamp? knownAt) =>
        new(Time(asOf, "as_of"), Time(knownAt, "known_at"));

    private static DateTimeOffset? Time(Google.Protobuf.WellKnownTypes.Timestamp? time, string field)
    {
        try
        {
            return time?.ToDateTimeOffset();
        }
        catch (InvalidOperationException)
        {
            throw GrpcErrors.Invalid(field, "is not a time between the years 1 and 9999");
        }
    }

    private static EntryPosition? Position(string token, string scope)
    {
        if (PageToken.Read(token, scope, "page_token") is not { } text)
            return null;
        var parts = text.Split(' ', 2);
        return parts.Length == 2 && DateOnly.TryParseExact(parts[0], "yyyy-MM-dd", out var day)
            ? new EntryPosition(day, parts[1])
            : throw GrpcErrors.Invalid("page_token", "is not a token of this method");
    }

    private static (ulong Transaction, long Position) LogPosition(string token, string scope)
    {
        if (PageToken.Read(token, scope, "page_token") is not { } text)
            return (0, 0);
        var parts = text.Split(' ');
        return parts.Length == 2
            && ulong.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var transaction)
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var position)
            ? (transaction, position)
            : throw GrpcErrors.Invalid("page_token", "is not a token of this method");
    }
}
