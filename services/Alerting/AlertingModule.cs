using Parley.Alerting.Api;
using Parley.Alerting.Consumers;
using Parley.Alerting.Delivery;
using Parley.Alerting.Storage;
using Parley.Contracts.Messages;
using Parley.Platform.Hosting;
using Parley.Platform.Messaging;
using Parley.Platform.Streaming;

namespace Parley.Alerting;

/// <summary>Alerts subscribers to changes of the ledger: on a topic exchange of RabbitMQ and on gRPC streams.</summary>
public static class AlertingModule
{
    /// <summary>Adds the service to a host.</summary>
    public static ParleyBuilder AddAlerting(this ParleyBuilder parley)
    {
        parley.AddDatabase<AlertingDatabase>();
        parley.AddConsumer<TalksChanged, TalksChangedHandler, AlertingDatabase>(Queues.AlertingTalksChanged);
        parley.AddConsumer<CeasefireChanged, CeasefireChangedHandler, AlertingDatabase>(Queues.AlertingCeasefireChanged);
        parley.Services.AddSingleton<SubscriptionStore>();
        parley.AddLogWatch<LoggedChange, AlertingDatabase, ChangeLog>();
        parley.Services.AddSingleton<AlertRaiser>();
        parley.Services.AddHostedService<OverdueSteps>();
        parley.Services.AddSingleton<AlertExchange>();
        parley.Services.AddSingleton<IOutboxSink>(provider => provider.GetRequiredService<AlertExchange>());
        parley.Services.AddHostedService(provider => provider.GetRequiredService<AlertExchange>());
        return parley;
    }

    /// <summary>Maps its gRPC service.</summary>
    public static void MapAlerting(this IEndpointRouteBuilder endpoints) => endpoints.MapGrpcService<AlertingApi>();
}
