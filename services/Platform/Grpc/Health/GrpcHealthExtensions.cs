using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Parley.Platform.Grpc;

/// <summary>Puts <c>grpc.health.v1</c> into a host.</summary>
public static class GrpcHealthExtensions
{
    /// <summary>Adds the <see cref="HealthRegistry"/>.</summary>
    public static IServiceCollection AddGrpcHealth(this IServiceCollection services)
    {
        services.TryAddSingleton<HealthRegistry>();
        return services;
    }

    /// <summary>Maps the service, for callers without a key too, and ends its streams as soon as the host begins to stop.</summary>
    public static IEndpointRouteBuilder MapGrpcHealth(this IEndpointRouteBuilder endpoints)
    {
        var registry = endpoints.ServiceProvider.GetRequiredService<HealthRegistry>();
        endpoints.ServiceProvider.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.Register(registry.Stop);
        endpoints.MapGrpcService<HealthService>().AllowAnonymous();
        return endpoints;
    }
}
