using System.Threading.Channels;
using Grpc.Core;
using Parley.Contracts;
using Parley.Contracts.Protocol;
using Parley.Protocol.Alerting.V1;

namespace Parley.Cli.Running;

/// <summary>Alerts as a stream gives them, while something else goes on.</summary>
internal sealed class AlertWatch : IAsyncDisposable
{
    private readonly AsyncServerStreamingCall<WatchAlertsResponse> _call;
    private readonly Channel<(LedgerChange Change, long At)> _alerts = Channel.CreateUnbounded<(LedgerChange, long)>();
    private readonly TimeProvider _time;
    private Task _reading = Task.CompletedTask;

    private AlertWatch(AsyncServerStreamingCall<WatchAlertsResponse> call, TimeProvider time)
    {
        _call = call;
        _time = time;
    }

    /// <summary>Each change with the timestamp at which it came.</summary>
    public ChannelReader<(LedgerChange Change, long At)> Alerts => _alerts.Reader;

    /// <summary>Begins to watch everything; from its return on no alert is missed.</summary>
    public static async Task<AlertWatch> StartAsync(AlertingService.AlertingServiceClient alerting, TimeProvider time, CancellationToken cancellation)
    {
        var watch = new AlertWatch(alerting.WatchAlerts(new WatchAlertsRequest(), cancellationToken: cancellation), time);
        if (!await watch._call.ResponseStream.MoveNext(cancellation))
            throw new UsageException("The stream of alerts ended before it began.");
        watch._reading = watch.ReadAsync(cancellation);
        return watch;
    }

    public async ValueTask DisposeAsync()
    {
        _call.Dispose();
        await _reading;
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        try
        {
            await foreach (var response in _call.ResponseStream.ReadAllAsync(cancellation))
            {
                if (response.Alert is { } alert)
                    _alerts.Writer.TryWrite((alert.Change.ToDomain(), _time.GetTimestamp()));
            }
        }
        catch (Exception e) when (e is RpcException or OperationCanceledException or ObjectDisposedException)
        {
            // The watch was ended, by us or with the system.
        }
        finally
        {
            _alerts.Writer.TryComplete();
        }
    }
}
