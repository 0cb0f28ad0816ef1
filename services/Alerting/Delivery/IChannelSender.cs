using Parley.Alerting.Subscriptions;

namespace Parley.Alerting.Delivery;

/// <summary>Sends to channels of one kind.</summary>
internal interface IChannelSender
{
    /// <summary>Whether it sends to this one.</summary>
    bool SendsTo(Channel channel);

    /// <summary>Makes one attempt. What the receiver or the way to him does wrong is an outcome, not an exception.</summary>
    Task<Outcome> SendAsync(Notice notice, Channel channel, CancellationToken cancellation);

    /// <summary>Readies a channel that was created or changed: declares its queue.</summary>
    Task PrepareAsync(Subscription subscription, Channel channel, CancellationToken cancellation) => Task.CompletedTask;
}
