using System.Collections.Concurrent;
using Grpc.Core;
using Grpc.Net.Client;
using Parley.Protocol.Alerting.V1;
using Parley.Protocol.Type.V1;

namespace Parley.Reliability.Tests.Running;

/// <summary>A subscriber on a gRPC stream: when it is cut, he goes on from his last token.</summary>
internal sealed class StreamWatcher : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly AlertingService.AlertingServiceClient _alerting;
    private readonly ConcurrentQueue<Alert> _alerts = new();
    private readonly CancellationTokenSource _ending = new();
    private readonly TaskCompletionSource _watches = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _watching;
    private string _token = "";

    private StreamWatcher(GrpcChannel channel)
    {
        _alerting = new(channel);
        _watching = WatchAsync();
    }

    /// <summary>Every alert, in the order in which they came.</summary>
    public IReadOnlyList<Alert> Alerts => [.. _alerts];

    /// <summary>How often the stream was cut, or could not be opened.</summary>
    public int Cuts { get; private set; }

    /// <summary>Begins to watch everything; from its return on nothing may be missed.</summary>
    public static async Task<StreamWatcher> StartAsync(GrpcChannel channel)
    {
        var watcher = new StreamWatcher(channel);
        await Task.WhenAny(watcher._watches.Task, watcher._watching);
        return watcher;
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _watching;
        _ending.Dispose();
    }

    private async Task WatchAsync()
    {
        while (!_ending.IsCancellationRequested)
        {
            try
            {
                using var call = _alerting.WatchAlerts(new() { ResumeToken = _token }, cancellationToken: _ending.Token);
                await foreach (var response in call.ResponseStream.ReadAllAsync(_ending.Token))
                {
                    if (response.Alert is { } alert)
                        _alerts.Enqueue(alert);
                    _token = response.ResumeToken;
                    _watches.TrySetResult();
                }
            }
            catch (Exception e) when (e is RpcException or OperationCanceledException)
            {
                Cuts++;
                await Task.Delay(Pause, _ending.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
