using Grpc.Core;
using Grpc.Health.V1;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace Parley.Platform.Grpc;

/// <summary>Answers <c>grpc.health.v1</c> from the registry.</summary>
internal sealed class HealthService(HealthRegistry registry) : Health.HealthBase
{
    private static readonly string Version = typeof(HealthService).Assembly.GetName().Version!.ToString(fieldCount: 3);

    public override Task<HealthCheckResponse> Check(HealthCheckRequest request, ServerCallContext context) =>
        registry.Find(request.Service) is { } status
            ? Task.FromResult(Response(status))
            : throw GrpcErrors.NotFound("service", request.Service);

    public override async Task<HealthListResponse> List(HealthListRequest request, ServerCallContext context)
    {
        // The protocol has no field for it, and whoever lists wants to know what it is that is healthy.
        await context.WriteResponseHeadersAsync(new Metadata { { GrpcHealthExtensions.VersionHeader, Version } });
        var response = new HealthListResponse();
        foreach (var (service, status) in registry.All())
            response.Statuses.Add(service, Response(status));
        return response;
    }

    public override async Task Watch(
        HealthCheckRequest request, IServerStreamWriter<HealthCheckResponse> responseStream, ServerCallContext context)
    {
        await foreach (var status in registry.Watch(request.Service, context.CancellationToken))
            await responseStream.WriteAsync(Response(status), context.CancellationToken);
    }

    private static HealthCheckResponse Response(ServingStatus status) => new() { Status = status };
}
