using Grpc.Core;
using Grpc.Net.Client;
using Parley.Protocol.Alerting.V1;

namespace Parley.Interop.Tests.Examples;

/// <summary>The README's example in C#, which is the lines between the two marks.</summary>
internal static class WatchExample
{
    public static async Task RunAsync(string address, TextWriter output, string resumeToken)
    {
        // README begins
        using var channel = GrpcChannel.ForAddress(address); // http://127.0.0.1:7104 after ./parley up
        var alerting = new AlertingService.AlertingServiceClient(channel);
        using var watch = alerting.WatchAlerts(new WatchAlertsRequest { ResumeToken = resumeToken });
        await foreach (var response in watch.ResponseStream.ReadAllAsync())
        {
            if (response.Alert is { } alert)
                await output.WriteLineAsync($"{alert.Summary} [{response.ResumeToken}]");
        }

        // README ends
    }
}
