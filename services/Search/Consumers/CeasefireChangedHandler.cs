using Parley.Contracts.Messages;
using Parley.Platform.Messaging;
using Parley.Platform.Storage;
using Parley.Search.Storage;

namespace Parley.Search.Consumers;

/// <summary>Brings the index of entries up to date with changed ceasefires.</summary>
internal sealed class CeasefireChangedHandler : IMessageHandler<CeasefireChanged>
{
    public Task HandleAsync(UnitOfWork work, IReadOnlyList<Delivery<CeasefireChanged>> batch, CancellationToken cancellation)
    {
        EntryIndex.Apply(work, batch.Select(d => d.Message.Change));
        return Task.CompletedTask;
    }
}
