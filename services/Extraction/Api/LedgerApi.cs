using Grpc.Core;
using Parley.Contracts.Protocol;
using Parley.Extraction.Ledger.Dossiers;
using Parley.Extraction.Storage;
using Parley.Platform.Grpc;
using Parley.Platform.Streaming;
using Parley.Protocol.Extraction.V1;

namespace Parley.Extraction.Api;

/// <summary><c>parley.extraction.v1.LedgerService</c>.</summary>
internal sealed class LedgerApi(
    LedgerReader ledger, DossierReader dossiers, ChangeLog log, LogWatch<LoggedChange, ExtractionDatabase> changes,
    IHostApplicationLifetime lifetime)
    : LedgerService.LedgerServiceBase
{
    private const int DefaultPage = 100;
    private const int LargestPage = 1_000;

    /// <summary>Changes that one call looks at for those that it wants, before it answers with what it has.</summary>
    private const int MostLookedAt = 10_000;

    public override async Task<GetEntryResponse> GetEntry(GetEntryRequest request, ServerCallContext context)
    {
        var id = Ids.Required(request.EntryId, "entry_id");
        var moment = LedgerRequests.Moment(request.AsOf, request.KnownAt);
        var entry = await ledger.FindAsync(id, moment, context.CancellationToken) ?? throw GrpcErrors.NotFound("entry", request.EntryId);
        return new GetEntryResponse { Entry = entry.ToProto() };
    }

    public override async Task<ListEntriesResponse> ListEntries(ListEntriesRequest request, ServerCallContext context)
    {
        var size = PageToken.Size(request.PageSize, DefaultPage, LargestPage);
        var filter = request.ToFilter();
        var moment = LedgerRequests.Moment(request.AsOf, request.KnownAt);
        var order = LedgerRequests.Order(request.OrderBy);
        var scope = string.Join(
            ':', "list-entries", filter.Type, string.Join(',', filter.Statuses), string.Join(',', filter.Actors), $"{filter.From:O}", $"{filter.Until:O}",
            $"{moment.AsOf:O}", $"{moment.KnownAt:O}", order.Column, order.Descending);

        var entries = await ledger.ListAsync(filter, moment, order, Position(request.PageToken, scope, order), size + 1, context.CancellationToken);
        var response = new ListEntriesResponse();
        response.Entries.AddRange(entries.Take(size).Select(e => e.ToProto()));
        if (entries.Count > size)
        {
            var last = order.Of(entries[size - 1]);
            response.NextPageToken = PageToken.Make(scope, $"{last.Key} {last.Id}");
        }

        return response;
    }

    public override async Task<ListChangesResponse> ListChanges(ListChangesRequest request, ServerCallContext context)
    {
        var size = PageToken.Size(request.PageSize, DefaultPage, LargestPage);
        var filter = request.ToFilter();
        var position = LedgerRequests.Position(request.PageToken, filter.Scope(), "page_token") ?? default;
        var response = new ListChangesResponse { NextPageToken = request.PageToken };
        for (var lookedAt = 0; lookedAt < MostLookedAt && response.Changes.Count < size;)
        {
            var (rows, _) = await log.ReadAsync(position, size, filter.EntryId, context.CancellationToken);
            foreach (var row in rows)
            {
                if (response.Changes.Count == size)
                    break;
                position = row.Position;
                if (filter.Matches(row.Change))
                    response.Changes.Add(row.Change.ToProto());
            }

            lookedAt += rows.Count;
            if (rows.Count < size)
                break;
        }

        if (position != default)
            response.NextPageToken = PageToken.Make(filter.Scope(), position.ToString());
        return response;
    }

    public override async Task<GetDossierResponse> GetDossier(GetDossierRequest request, ServerCallContext context)
    {
        var id = DossierRequests.Id(request);
        var dossier = await dossiers.FindAsync(id, LedgerRequests.Moment(request.AsOf, request.KnownAt), context.CancellationToken) ?? throw GrpcErrors.NotFound("dossier", id);
        return new GetDossierResponse { Dossier = dossier.ToProto() };
    }

    public override async Task<ListDossiersResponse> ListDossiers(ListDossiersRequest request, ServerCallContext context)
    {
        var size = PageToken.Size(request.PageSize, DossierRequests.DefaultPage, DossierRequests.LargestPage);
        var scope = $"list-dossiers:{(int)request.Type}:{request.Actor}:{request.AsOf}:{request.KnownAt}";
        var after = DossierRequests.Position(request.PageToken, scope);
        var filter = new DossierFilter(DossierRequests.Type(request.Type), Ids.Optional(request.Actor, "actor"));

        var (page, end) = await dossiers.ListAsync(filter, LedgerRequests.Moment(request.AsOf, request.KnownAt), after, size, context.CancellationToken);
        var response = new ListDossiersResponse { Dossiers = { page.Select(d => d.ToProto()) } };
        if (end is not null) response.NextPageToken = PageToken.Make(scope, DossierRequests.Position(end));
        return response;
    }

    public override async Task WatchChanges(
        WatchChangesRequest request, IServerStreamWriter<WatchChangesResponse> responseStream, ServerCallContext context)
    {
        var filter = request.ToFilter();
        var from = LedgerRequests.Position(request.ResumeToken, filter.Scope(), "resume_token");
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
        try
        {
            await foreach (var item in changes.WatchAsync(row => filter.Matches(row.Change), from, ending.Token))
            {
                var response = new WatchChangesResponse { ResumeToken = PageToken.Make(filter.Scope(), item.Position.ToString()) };
                if (item.Row is { } row)
                    response.Change = row.Change.ToProto();
                await responseStream.WriteAsync(response, ending.Token);
            }
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            throw GrpcErrors.Unavailable("The service is stopping; call again with the last resume_token.", TimeSpan.FromSeconds(1));
        }
    }

    private static EntryPosition? Position(string token, string scope, EntryOrder order)
    {
        if (PageToken.Read(token, scope, "page_token") is not { } text)
            return null;
        var parts = text.Split(' ', 2);
        return parts.Length == 2 && order.IsKey(parts[0])
            ? new EntryPosition(parts[0], parts[1])
            : throw GrpcErrors.Invalid("page_token", "is not a token of this method");
    }
}
