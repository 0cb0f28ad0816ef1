using Parley.Ingestion.Api;
using Parley.Ingestion.Storage;
using Parley.Platform.Hosting;

namespace Parley.Ingestion;

/// <summary>Takes articles in, stores each once, and tells the other services.</summary>
public static class IngestionModule
{
    /// <summary>Adds the service to a host.</summary>
    public static ParleyBuilder AddIngestion(this ParleyBuilder parley)
    {
        parley.AddDatabase<IngestionDatabase>();
        parley.Services.AddSingleton<ArticleStore>();
        parley.Services.AddSingleton<ArticleIntake>();
        parley.Services.AddHostedService(provider => provider.GetRequiredService<ArticleIntake>());
        return parley;
    }

    /// <summary>Maps its gRPC service.</summary>
    public static void MapIngestion(this IEndpointRouteBuilder endpoints) => endpoints.MapGrpcService<IngestionApi>();
}
