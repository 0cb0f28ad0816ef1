using Parley.Contracts.Messages;
using Parley.Extraction.Analysis;
using Parley.Extraction.Api;
using Parley.Extraction.Consumers;
using Parley.Extraction.Reprocessing;
using Parley.Extraction.Storage;
using Parley.Platform.Hosting;
using Parley.Platform.Streaming;

namespace Parley.Extraction;

/// <summary>Reads articles into mentions of talks and ceasefires, and keeps the ledger of them.</summary>
public static class ExtractionModule
{
    /// <summary>Adds the service to a host.</summary>
    public static ParleyBuilder AddExtraction(this ParleyBuilder parley)
    {
        parley.AddDatabase<ExtractionDatabase>();
        parley.AddConsumer<ArticleIngested, ReadArticle, ArticleIngestedHandler, ExtractionDatabase>(
            Queues.ExtractionArticleIngested, provider => message => provider.GetRequiredService<RulesReader>().Read(message.Article));
        parley.AddOptions<LedgerOptions>(LedgerOptions.Section);
        parley.Services.AddSingleton(_ => Analyzer.Default);
        parley.Services.AddSingleton(provider => new RulesReader(text => provider.GetRequiredService<Analyzer>().Analyze(text).Mentions));
        parley.Services.AddHostedService<AnalyzerWarmUp>();
        parley.Services.AddSingleton<LedgerStore>();
        parley.Services.AddSingleton<LedgerReader>();
        parley.AddOptions<ReprocessingOptions>(ReprocessingOptions.Section);
        parley.Services.AddSingleton<RunTable>();
        parley.Services.AddSingleton<NetChanges>();
        parley.Services.AddHostedService<ReprocessingWorker>();
        parley.AddLogWatch<LoggedChange, ExtractionDatabase, ChangeLog>();
        parley.Services.AddSingleton<DossierReader>();
        parley.Services.AddHostedService<DossierBackfill>();
        parley.Services.AddSingleton<VerdictStore>();
        return parley;
    }

    /// <summary>Maps its gRPC services.</summary>
    public static void MapExtraction(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGrpcService<ExtractionApi>();
        endpoints.MapGrpcService<LedgerApi>();
        endpoints.MapGrpcService<VerdictApi>();
        endpoints.MapGrpcService<ReprocessingApi>();
    }
}
