namespace Parley.Platform.Messaging;

/// <summary>Where the relay delivers messages of some types: the bus, or the exchange that subscribers listen to.</summary>
public interface IOutboxSink
{
    /// <summary>Whether it takes messages of this type.</summary>
    bool Accepts(string type);

    /// <summary>What a message belongs to whose others must not overtake it; null where order does not matter.</summary>
    string? OrderOf(OutboxMessage message) => null;

    /// <summary>
    /// Delivers one message and returns when it is safe: confirmed by the broker, or, in memory, committed by every consumer.
    /// </summary>
    /// <exception cref="UndeliverableException">It can never be delivered.</exception>
    Task PublishAsync(OutboxMessage message, CancellationToken cancellation);
}
