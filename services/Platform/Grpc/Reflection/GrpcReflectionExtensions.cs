using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Parley.Platform.Grpc;

/// <summary>Puts gRPC reflection into a host, so that tools can call its services without their proto files.</summary>
public static class GrpcReflectionExtensions
{
    /// <summary>Adds what reflection needs.</summary>
    public static IServiceCollection AddGrpcReflection(this IServiceCollection services)
    {
        services.TryAddSingleton<ReflectionAnswers>();
        return services;
    }

    /// <summary>Maps <c>grpc.reflection.v1</c> and <c>v1alpha</c>; they describe every service that the host maps.</summary>
    public static IEndpointRouteBuilder MapGrpcReflection(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGrpcService<ReflectionService>();
        endpoints.MapGrpcService<ReflectionServiceV1Alpha>();
        return endpoints;
    }
}
