namespace Parley.Platform.Messaging;

/// <summary>Where the relay delivers messages of some types: the bus, or the exchange that subscribers listen to.</summary>
public interface IOutboxSink
{
    /// <summary>Whether it takes messages of this type.</summary>
    bool Accepts(string type);

    /// <summary>What a message belongs to whose others must not overtake it; null where order does not matter.</summary>
    string? OrderOf(OutboxMessage message) => null;

    /// <summary>Whether it takes several messages of one type at once, where their order does not matter.</summary>
    bool Bundles => false;

    /// <summary>
    /// Whether those who get the messages recognise by its id one that comes again: then a row may stay a moment after its delivery, to be deleted with others.
    /// </summary>
    bool MayRepeat => false;

    /// <summary>
    /// Delivers one message, or several as a bundle, and returns when all are safe: confirmed by the broker, or, in memory, committed by every consumer.
    /// </summary>
    /// <exception cref="UndeliverableException">One of them can never be delivered; then none is.</exception>
    Task PublishAsync(IReadOnlyList<OutboxMessage> messages, CancellationToken cancellation);
}
