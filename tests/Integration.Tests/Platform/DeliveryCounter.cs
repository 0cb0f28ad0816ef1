using MassTransit;
using Parley.Tests;

namespace Parley.Integration.Tests.Platform;

/// <summary>Counts the deliveries that a host's consumers have finished, whether or not they had an effect.</summary>
internal sealed class DeliveryCounter : IConsumeObserver
{
    private int _finished;

    public int Finished => Volatile.Read(ref _finished);

    public static DeliveryCounter Of(RunningHost host)
    {
        var counter = new DeliveryCounter();
        host.Get<IBusControl>().ConnectConsumeObserver(counter);
        return counter;
    }

    public Task ReachesAsync(int count) => Eventually.BeAsync(count, "finished deliveries", () => Task.FromResult(Finished));

    public Task PreConsume<T>(ConsumeContext<T> context)
        where T : class => Task.CompletedTask;

    public Task PostConsume<T>(ConsumeContext<T> context)
        where T : class
    {
        Interlocked.Increment(ref _finished);
        return Task.CompletedTask;
    }

    public Task ConsumeFault<T>(ConsumeContext<T> context, Exception exception)
        where T : class => Task.CompletedTask;
}
