namespace Parley.Platform.Messaging;

/// <summary>One queue and the message type that it holds.</summary>
/// <param name="Queue">The queue's name on the broker: <c>search.article-ingested</c>.</param>
/// <param name="MessageType">The type of its messages.</param>
/// <param name="ConsumerType">The consumer that the bus calls.</param>
/// <param name="Gathers">How long the first message of a batch waits for more at most, while more comes; the batch that is full goes at once.</param>
internal sealed record ConsumerRegistration(string Queue, Type MessageType, Type ConsumerType, TimeSpan Gathers);
