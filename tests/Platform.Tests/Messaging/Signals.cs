using Parley.Platform.Messaging;

namespace Parley.Platform.Tests.Messaging;

public sealed class Signals : IDisposable
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(10);

    private readonly AsyncSignal _signal = new();

    public void Dispose() => _signal.Dispose();

    [Fact]
    public async Task A_signal_wakes_the_one_who_waits()
    {
        var waiting = _signal.WaitAsync(Long, CancellationToken.None);
        waiting.IsCompleted.ShouldBeFalse();

        _signal.Set();

        (await waiting).ShouldBeTrue();
    }

    [Fact]
    public async Task Signals_that_nobody_waited_for_are_kept_as_one()
    {
        _signal.Set();
        _signal.Set();
        _signal.Set();

        (await _signal.WaitAsync(Long, CancellationToken.None)).ShouldBeTrue();
        (await _signal.WaitAsync(TimeSpan.Zero, CancellationToken.None)).ShouldBeFalse();
    }

    [Fact]
    public async Task Signals_from_everywhere_at_once_do_no_harm()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 2_000; i++)
                _signal.Set();
        })));

        (await _signal.WaitAsync(Long, CancellationToken.None)).ShouldBeTrue();
        (await _signal.WaitAsync(TimeSpan.Zero, CancellationToken.None)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_wait_ends_with_its_token()
    {
        using var stop = new CancellationTokenSource();
        var waiting = _signal.WaitAsync(Long, stop.Token);

        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => waiting);
    }
}
