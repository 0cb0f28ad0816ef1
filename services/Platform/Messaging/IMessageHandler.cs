using Parley.Platform.Storage;

namespace Parley.Platform.Messaging;

/// <summary>
/// The effect of messages of one type on one service. It is called with those that wait, in order of arrival and each only once,
/// inside a transaction that also records their ids: either all of the effect is there, or none and the messages come again.
/// </summary>
public interface IMessageHandler<T>
    where T : class
{
    /// <summary>Reads, calls the core, writes, and publishes through <paramref name="work"/>. Does not commit.</summary>
    Task HandleAsync(UnitOfWork work, IReadOnlyList<Delivery<T>> batch, CancellationToken cancellation);
}
