using Parley.Contracts.Messages;
using Parley.Platform.Hosting;
using Parley.Search.Api;
using Parley.Search.Consumers;
using Parley.Search.Storage;

namespace Parley.Search;

/// <summary>Finds articles and entries by words and actors, in an index of its own.</summary>
public static class SearchModule
{
    /// <summary>
    /// Nobody waits for the index as for an alert: at fifty articles a second it takes fifty in one transaction, and leaves the processor to those on whom
    /// the alert waits. Of an entry that changes several times meanwhile, only the last state is indexed.
    /// </summary>
    private static readonly TimeSpan Gathers = TimeSpan.FromSeconds(1);

    /// <summary>Adds the service to a host.</summary>
    public static ParleyBuilder AddSearch(this ParleyBuilder parley)
    {
        parley.AddDatabase<SearchDatabase>();
        parley.AddConsumer<ArticleIngested, ArticleIngestedHandler, SearchDatabase>(Queues.SearchArticleIngested, Gathers);
        parley.AddConsumer<TalksChanged, TalksChangedHandler, SearchDatabase>(Queues.SearchTalksChanged, Gathers);
        parley.AddConsumer<CeasefireChanged, CeasefireChangedHandler, SearchDatabase>(Queues.SearchCeasefireChanged, Gathers);
        parley.Services.AddSingleton<ArticleIndex>();
        parley.Services.AddSingleton<EntryIndex>();
        return parley;
    }

    /// <summary>Maps its gRPC service.</summary>
    public static void MapSearch(this IEndpointRouteBuilder endpoints) => endpoints.MapGrpcService<SearchApi>();
}
