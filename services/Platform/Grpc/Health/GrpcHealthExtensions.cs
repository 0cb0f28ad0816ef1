using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Parley.Platform.Grpc;

/// <summary>Puts <c>grpc.health.v1</c> into a host.</summary>
public static class GrpcHealthExtensions
{
    /// <summary>Response header of <c>grpc.health.v1.Health/List</c> with the version of the program.</summary>
    public const string VersionHeader = "parley-version";

    /// <summary>The name under which the health of the process's databases is told.</summary>
    public const string DatabaseName = HealthMonitor.Database;

    /// <summary>The name under which the health of the process's bus is told.</summary>
    public const string BusName = HealthMonitor.Bus;

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
