using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Grpc.Core;
using Parley.Contracts;
using Parley.Contracts.Protocol;
using Parley.Protocol.Alerting.V1;

namespace Parley.Cli.Running;

/// <summary>Alerts as a stream gives them, while something else goes on. A stream that is cut goes on from its last token.</summary>
internal sealed class AlertWatch : IAsyncDisposable
{
    private readonly CancellationTokenSource _ending;
    private readonly Channel<(LedgerChange Change, long At)> _alerts = Channel.CreateUnbounded<(LedgerChange, long)>();
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly LiveStream<WatchAlertsResponse> _stream;
    private readonly TimeProvider _time;
    private readonly Task _reading;

    private AlertWatch(OpenStream<WatchAlertsResponse> open, Action<string> say, TimeProvider time, CancellationToken cancellation)
    {
        _ending = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _stream = new LiveStream<WatchAlertsResponse>("alerts", open, r => r.ResumeToken, say, time);
        _time = time;
        _reading = ReadAsync(_ending.Token);
    }

    /// <summary>Each change with the timestamp at which it came. It fails where the service refuses the stream.</summary>
    public ChannelReader<(LedgerChange Change, long At)> Alerts => _alerts.Reader;

    /// <summary>Begins to watch everything; from its return on no alert is missed.</summary>
    /// <param name="alerting">The service.</param>
    /// <param name="say">Takes remarks for people: that the stream was cut.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Ends it.</param>
    public static Task<AlertWatch> StartAsync(
        AlertingService.AlertingServiceClient alerting, Action<string> say, TimeProvider time, CancellationToken cancellation) =>
        StartAsync((token, ending) => OpenAsync(alerting, new WatchAlertsRequest { ResumeToken = token }, ending), say, time, cancellation);

    /// <summary>The same of any stream.</summary>
    public static async Task<AlertWatch> StartAsync(
        OpenStream<WatchAlertsResponse> open, Action<string> say, TimeProvider time, CancellationToken cancellation)
    {
        var watch = new AlertWatch(open, say, time, cancellation);
        try
        {
            await watch._begun.Task;
            return watch;
        }
        catch
        {
            await watch.DisposeAsync();
            throw;
        }
    }

    /// <summary>One stream, which ends where it is cut.</summary>
    public static async IAsyncEnumerable<WatchAlertsResponse> OpenAsync(
        AlertingService.AlertingServiceClient alerting, WatchAlertsRequest request,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var call = alerting.WatchAlerts(request, cancellationToken: cancellation);
        await foreach (var response in call.ResponseStream.ReadAllAsync(cancellation))
            yield return response;
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _reading;
        _ending.Dispose();
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        try
        {
            await foreach (var response in _stream.ReadAsync("", cancellation))
            {
                _begun.TrySetResult();
                if (response.Alert is { } alert)
                    _alerts.Writer.TryWrite((alert.Change.ToDomain(), _time.GetTimestamp()));
            }
        }
        catch (Exception e)
        {
            // Whoever waits for an alert learns of it; nobody does where the watch was ended by us.
            _begun.TrySetException(e);
            _alerts.Writer.TryComplete(e);
        }
    }
}
