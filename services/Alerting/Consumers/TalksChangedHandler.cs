using Parley.Contracts.Messages;
using Parley.Platform.Messaging;
using Parley.Platform.Storage;

namespace Parley.Alerting.Consumers;

/// <summary>Raises alerts for changed talks.</summary>
internal sealed class TalksChangedHandler(AlertRaiser raiser) : IMessageHandler<TalksChanged>
{
    public Task HandleAsync(UnitOfWork work, IReadOnlyList<Delivery<TalksChanged>> batch, CancellationToken cancellation) =>
        raiser.RaiseAsync(work, [.. batch.Select(d => (d.Message.Change, d.Trace))], cancellation);
}
