using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Parley.Contracts.Protocol;
using Parley.Platform.Grpc;
using Parley.Protocol.Search.V1;
using Parley.Search.Storage;

namespace Parley.Search.Api;

/// <summary><c>parley.search.v1.SearchService</c>.</summary>
internal sealed class SearchApi(ArticleIndex articles, EntryIndex entries) : SearchService.SearchServiceBase
{
    private const int DefaultPage = 20;
    private const int LargestPage = 100;
    private const int LongestQuery = 1_000;

    public override async Task<SearchArticlesResponse> SearchArticles(SearchArticlesRequest request, ServerCallContext context)
    {
        Check(request.Query, request.Actor);
        var size = PageToken.Size(request.PageSize, DefaultPage, LargestPage);
        var scope = $"search-articles:{request.Actor}:{request.Query}";
        var offset = Offset(request.PageToken, scope);
        var found = await articles.FindAsync(request.Query.Trim(), request.Actor, offset, size + 1, context.CancellationToken);

        var response = new SearchArticlesResponse { NextPageToken = Next(found.Count, offset, size, scope) };
        response.Articles.AddRange(found.Take(size).Select(a => new ArticleHit
        {
            ArticleId = a.Id,
            Title = a.Title,
            Outlet = a.Outlet ?? "",
            Url = a.Url ?? "",
            PublishedAt = DateTime.SpecifyKind(a.Published_at, DateTimeKind.Utc).ToTimestamp(),
            Snippet = a.Snippet,
        }));
        return response;
    }

    public override async Task<SearchEntriesResponse> SearchEntries(SearchEntriesRequest request, ServerCallContext context)
    {
        Check(request.Query, request.Actor);
        var size = PageToken.Size(request.PageSize, DefaultPage, LargestPage);
        var scope = $"search-entries:{(int)request.Type}:{request.Actor}:{request.Query}";
        var offset = Offset(request.PageToken, scope);
        var type = RequestedType.Of(request.Type);
        var found = await entries.FindAsync(request.Query.Trim(), request.Actor, type, offset, size + 1, context.CancellationToken);

        var response = new SearchEntriesResponse { NextPageToken = Next(found.Count, offset, size, scope) };
        response.Entries.AddRange(found.Take(size).Select(e => e.ToProto()));
        return response;
    }

    private static void Check(string query, string actor)
    {
        if (string.IsNullOrWhiteSpace(query) && actor.Length == 0)
            throw GrpcErrors.Invalid("query", "is empty, and so is actor: one of the two is needed");
        if (query.Length > LongestQuery)
            throw GrpcErrors.Invalid("query", string.Create(CultureInfo.InvariantCulture, $"has {query.Length:N0} characters, {LongestQuery:N0} are allowed"));
        if (query.Contains('\0', StringComparison.Ordinal))
            throw GrpcErrors.Invalid("query", "has a NUL character");
        Ids.Optional(actor, "actor");
    }

    private static int Offset(string token, string scope)
    {
        if (PageToken.Read(token, scope, "page_token") is not { } position)
            return 0;
        return int.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var offset)
            ? offset
            : throw GrpcErrors.Invalid("page_token", "is not a token of this method");
    }

    private static string Next(int found, int offset, int size, string scope) =>
        found > size ? PageToken.Make(scope, (offset + size).ToString(CultureInfo.InvariantCulture)) : "";
}
