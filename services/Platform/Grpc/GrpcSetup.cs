using System.IO.Compression;
using Grpc.AspNetCore.Server.Model;
using Grpc.Net.Compression;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
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
            grpc.CompressionProviders =
            [
                new ReadableCompression(new GzipCompressionProvider(CompressionLevel.Fastest)),
                new ReadableCompression(new DeflateCompressionProvider(CompressionLevel.Fastest)),
            ];
        });
        services.AddReadableRequests();
        services.AddGrpcHealth().AddGrpcReflection();
        services.AddHostedService<HealthMonitor>();
        services.AddSingleton<StreamsEndFirst>();
        services.AddHostedService(provider => provider.GetRequiredService<StreamsEndFirst>());
    }

    /// <summary>Has requests read by <see cref="RequestReading"/>; after <c>AddGrpc</c>, whose own way it takes out.</summary>
    public static void AddReadableRequests(this IServiceCollection services) =>
        services.RemoveAll(typeof(IServiceMethodProvider<>)).AddSingleton(typeof(IServiceMethodProvider<>), typeof(MethodsWithReadableRequests<>));

    public static void MapGrpcDefaults(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGrpcHealth();
        endpoints.MapGrpcReflection();
    }
}
