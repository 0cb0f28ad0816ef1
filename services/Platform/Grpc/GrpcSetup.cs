using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Parley.Platform.Hosting;

namespace Parley.Platform.Grpc;

/// <summary>What every gRPC server of Parley has: limits, errors, health and reflection.</summary>
internal static class GrpcSetup
{
    public static void AddGrpcDefaults(this IServiceCollection services, GrpcOptions options)
    {
        services.AddGrpc(grpc =>
        {
            grpc.MaxReceiveMessageSize = options.MaxMessageBytes;
            grpc.MaxSendMessageSize = options.MaxMessageBytes;
            grpc.Interceptors.Add<ErrorInterceptor>();
        });
        services.AddGrpcHealth().AddGrpcReflection();
        services.AddHostedService<HealthMonitor>();
    }

    public static void MapGrpcDefaults(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGrpcHealth();
        endpoints.MapGrpcReflection();
    }
}
