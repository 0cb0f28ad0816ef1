using System.Diagnostics.Metrics;
using Parley.Tests;

namespace Parley.Interop.Tests;

/// <summary>How many calls the server is busy with, by its own meter.</summary>
internal sealed class CallCount : IDisposable
{
    private readonly MeterListener _listener = new();
    private int _calls;
    private bool _counts;

    public CallCount()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument is { Meter.Name: "Microsoft.AspNetCore.Hosting", Name: "http.server.active_requests" })
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((_, change, _, _) =>
        {
            _counts = true;
            Interlocked.Add(ref _calls, (int)change);
        });
        _listener.Start();
    }

    /// <summary>Waits until there is none.</summary>
    /// <returns>How many there are still, at the end of patience.</returns>
    public async Task<int> LeftAsync()
    {
        _counts.ShouldBeTrue("the server's meter tells of no call: it would be zero for ever");
        try
        {
            return await Eventually.BeAsync(0, "calls that the server is busy with", () => Task.FromResult(Volatile.Read(ref _calls)));
        }
        catch (TimeoutException)
        {
            return Volatile.Read(ref _calls);
        }
    }

    public void Dispose() => _listener.Dispose();
}
