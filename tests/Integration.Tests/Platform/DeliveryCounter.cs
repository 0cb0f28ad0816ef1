using MassTransit;
using Parley.Contracts.Messages;
using Parley.Tests;

namespace Parley.Integration.Tests.Platform;

/// <summary>Counts the deliveries that a host's consumers have finished, whether or not they had an effect.</summary>
internal sealed class DeliveryCounter : IConsumeObserver
{
    private int _finished;
    private int _messages;

    public int Finished => Volatile.Read(ref _finished);

    /// <summary>How many messages they brought: each of a bundle counts.</summary>
    public int Messages => Volatile.Read(ref _messages);

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
        Interlocked.Add(ref _messages, context.Message is Bundle<ArticleIngested> bundle ? bundle.Messages.Count : 1);
        Interlocked.Increment(ref _finished);
        return Task.CompletedTask;
    }

    public Task ConsumeFault<T>(ConsumeContext<T> context, Exception exception)
        where T : class => Task.CompletedTask;
}
