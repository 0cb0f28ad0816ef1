using Parley.Contracts.Messages;
using Parley.Platform.Messaging;
using Parley.Platform.Storage;

namespace Parley.Alerting.Consumers;

/// <summary>Raises alerts for changed ceasefires.</summary>
internal sealed class CeasefireChangedHandler(AlertRaiser raiser) : IMessageHandler<CeasefireChanged>
{
    public Task HandleAsync(UnitOfWork work, IReadOnlyList<Delivery<CeasefireChanged>> batch, CancellationToken cancellation) =>
        raiser.RaiseAsync(work, [.. batch.Select(d => (d.Message.Change, d.Trace))], cancellation);
}
