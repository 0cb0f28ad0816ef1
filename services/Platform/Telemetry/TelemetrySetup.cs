using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Parley.Platform.Telemetry;

/// <summary>Sends traces to a collector, where one is configured.</summary>
internal static class TelemetrySetup
{
    public static void AddTelemetry(this IServiceCollection services, string serviceName, TelemetryOptions options)
    {
        if (string.IsNullOrEmpty(options.OtlpEndpoint))
            return;
        services.AddSingleton(_ => Sdk.CreateTracerProviderBuilder()
            .ConfigureResource(resource => resource.AddService($"parley-{serviceName}"))
            .SetSampler(new ParentBasedSampler(new TraceIdRatioBasedSampler(options.SampleRatio)))
            .AddSource(ParleyTelemetry.SourceName)
            .AddSource([.. ParleyTelemetry.ForeignSources])
            .AddOtlpExporter(exporter =>
            {
                exporter.Endpoint = new Uri(options.OtlpEndpoint);
                exporter.Protocol = OtlpExportProtocol.Grpc;
            })
            .Build());
        services.AddHostedService<TelemetryStart>();
    }

    /// <summary>Makes the provider at start and flushes it at the end; nothing else would ask the container for it.</summary>
    private sealed class TelemetryStart(TracerProvider provider) : Microsoft.Extensions.Hosting.IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken)
        {
            provider.ForceFlush(2000);
            return Task.CompletedTask;
        }
    }
}
