namespace Parley.Platform.Messaging;

/// <summary>Wakes one waiter; signals that come while nobody waits are kept as one.</summary>
public sealed class AsyncSignal : IDisposable
{
    private readonly SemaphoreSlim _gate = new(0, 1);

    /// <summary>Wakes the waiter, or the next one to come.</summary>
    public void Set()
    {
        try
        {
            if (_gate.CurrentCount == 0)
                _gate.Release();
        }
        catch (SemaphoreFullException)
        {
            // Another signal came in between: one is enough.
        }
    }

    /// <summary>Waits for a signal, at most this long.</summary>
    /// <returns>False where the time passed without one.</returns>
    public Task<bool> WaitAsync(TimeSpan atMost, CancellationToken cancellation) => _gate.WaitAsync(atMost, cancellation);

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();
}
