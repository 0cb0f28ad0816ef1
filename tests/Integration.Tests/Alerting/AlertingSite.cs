using Grpc.Core;
using Parley.Contracts;
using Parley.Protocol.Alerting.V1;
using Parley.Tests;

namespace Parley.Integration.Tests.Alerting;

/// <summary>A running Alerting.</summary>
public sealed class AlertingSite : IAsyncLifetime
{
    internal Site Site { get; private set; } = null!;

    internal RunningHost Host { get; private set; } = null!;

    internal AlertingService.AlertingServiceClient Client { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Site = await Site.OnRabbitMqAsync();
        Host = await Site.StartAlertingAsync();
        Client = new(Host.Channel);
    }

    public async Task DisposeAsync() => await Site.DisposeAsync();

    internal Task ChangeAsync(LedgerChange change) =>
        change.After.Type == EntryType.Talks ? Host.PublishAsync(Changes.Talks(change)) : Host.PublishAsync(Changes.Ceasefire(change));

    /// <summary>Begins to watch; from its return on no alert is missed.</summary>
    internal async Task<Watch> WatchAsync(WatchAlertsRequest request)
    {
        var watch = new Watch(Client.WatchAlerts(request, deadline: DateTime.UtcNow.AddSeconds(30)));
        await watch.NextAsync();
        return watch;
    }
}

/// <summary>A stream of alerts.</summary>
internal sealed class Watch(AsyncServerStreamingCall<WatchAlertsResponse> call) : IDisposable
{
    public async Task<WatchAlertsResponse> NextAsync() =>
        await call.ResponseStream.MoveNext(CancellationToken.None) ? call.ResponseStream.Current : throw new InvalidOperationException("The stream has ended.");

    /// <summary>The ids of the next alerts.</summary>
    public async Task<IReadOnlyList<string>> NextAsync(int alerts)
    {
        var ids = new List<string>();
        while (ids.Count < alerts)
        {
            if ((await NextAsync()).Alert is { } alert)
                ids.Add(alert.Id);
        }

        return ids;
    }

    /// <summary>The ids of the alerts up to one.</summary>
    public async Task<IReadOnlyList<string>> UntilAsync(string id)
    {
        var ids = new List<string>();
        while (ids.LastOrDefault() != id)
        {
            if ((await NextAsync()).Alert is { } alert)
                ids.Add(alert.Id);
        }

        return ids;
    }

    public void Dispose() => call.Dispose();
}
