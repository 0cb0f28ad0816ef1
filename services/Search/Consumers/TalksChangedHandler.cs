using Parley.Contracts.Messages;
using Parley.Platform.Messaging;
using Parley.Platform.Storage;
using Parley.Search.Storage;

namespace Parley.Search.Consumers;

/// <summary>Brings the index of entries up to date with changed talks.</summary>
internal sealed class TalksChangedHandler : IMessageHandler<TalksChanged>
{
    public Task HandleAsync(UnitOfWork work, IReadOnlyList<Delivery<TalksChanged>> batch, CancellationToken cancellation)
    {
        EntryIndex.Apply(work, batch.Select(d => d.Message.Change));
        return Task.CompletedTask;
    }
}
