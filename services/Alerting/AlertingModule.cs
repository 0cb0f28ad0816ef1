using Parley.Alerting.Api;
using Parley.Alerting.Consumers;
using Parley.Alerting.Delivery;
using Parley.Alerting.Feeds;
using Parley.Alerting.Storage;
using Parley.Alerting.Subscriptions;
using Parley.Contracts.Messages;
using Parley.Platform.Hosting;
using Parley.Platform.Http;
using Parley.Platform.Messaging;
using Parley.Platform.Streaming;

namespace Parley.Alerting;

/// <summary>Alerts subscribers to changes of the ledger: on a topic exchange of RabbitMQ, on gRPC streams, by channels of their own and in feeds.</summary>
public static class AlertingModule
{
    /// <summary>Adds the service to a host.</summary>
    public static ParleyBuilder AddAlerting(this ParleyBuilder parley)
    {
        parley.AddDatabase<AlertingDatabase>();
        parley.AddConsumer<TalksChanged, TalksChangedHandler, AlertingDatabase>(Queues.AlertingTalksChanged);
        parley.AddConsumer<CeasefireChanged, CeasefireChangedHandler, AlertingDatabase>(Queues.AlertingCeasefireChanged);
        parley.Services.AddSingleton<SubscriptionStore>();
        parley.Services.AddSingleton<SubscriptionLog>();
        parley.Services.AddSingleton<SubscriptionDirectory>();
        parley.Services.AddSingleton<ISubscribers>(provider => provider.GetRequiredService<SubscriptionDirectory>());
        parley.Services.AddHostedService(provider => provider.GetRequiredService<SubscriptionDirectory>());
        parley.Services.AddHostedService<SubscriptionLogPruner>();
        parley.Services.AddSingleton<ChannelMapping>();
        parley.Services.AddSingleton<SubscriptionMapping>();
        parley.Services.AddSingleton<AlertPages>();
        parley.Services.AddSingleton<AlertRequests>();
        parley.Services.AddSingleton<DeliveryHistory>();
        parley.Services.AddSingleton<Replayer>();
        parley.Services.AddSingleton<AlertStreams>();
        parley.Services.AddSingleton<WebhookSecretTable>();
        parley.Services.AddSingleton<WebhookSecrets>();
        parley.AddLogWatch<LoggedChange, AlertingDatabase, ChangeLog>();
        parley.Services.AddSingleton<AlertRaiser>();
        parley.Services.AddHostedService<OverdueSteps>();
        parley.Services.AddSingleton<AlertExchange>();
        parley.Services.AddSingleton<IOutboxSink>(provider => provider.GetRequiredService<AlertExchange>());
        parley.Services.AddHostedService(provider => provider.GetRequiredService<AlertExchange>());
        AddDelivery(parley);
        AddFeeds(parley);
        return parley;
    }

    /// <summary>What pushes alerts to subscribers' channels.</summary>
    private static void AddDelivery(ParleyBuilder parley)
    {
        var delivery = OptionsReader.Read<DeliveryOptions>(parley.Configuration, DeliveryOptions.Section);
        delivery.HasBroker = OptionsReader.Read<BusOptions>(parley.Configuration, BusOptions.Section).Transport == BusTransport.RabbitMq;
        var mail = OptionsReader.Read<MailOptions>(parley.Configuration, MailOptions.Section);
        delivery.HasMail = mail.Host is not null;
        parley.Services.AddSingleton(delivery);
        parley.Services.AddSingleton(mail);
        parley.Services.AddSingleton<LinkMaker>();
        parley.Services.AddSingleton<Dispatcher>();
        parley.Services.AddSingleton<BatchCloser>();
        parley.Services.AddSingleton<NoticeReader>();
        parley.Services.AddSingleton<Deliverer>();
        parley.Services.AddHostedService<DeliveryWork>();
        parley.Services.AddHostedService<DeliveryPruner>();
        parley.Services.AddSingleton<IChannelSender, WebhookSender>();
        if (delivery.HasBroker)
            parley.Services.AddSingleton<IChannelSender, QueueSender>();
        if (delivery.HasMail)
            parley.Services.AddSingleton<IChannelSender, MailSender>();
    }

    /// <summary>What subscribers fetch by themselves.</summary>
    private static void AddFeeds(ParleyBuilder parley)
    {
        parley.Services.AddSingleton<FeedTable>();
        parley.Services.AddSingleton<FeedAddresses>();
        parley.Services.AddSingleton<FeedReader>();
        parley.Services.AddSingleton<FeedPage>();
        parley.AddPages(pages => pages.MapSecret(FeedPage.Prefix, pages.ServiceProvider.GetRequiredService<FeedPage>().AnswerAsync));
    }

    /// <summary>Maps its gRPC service.</summary>
    public static void MapAlerting(this IEndpointRouteBuilder endpoints) => endpoints.MapGrpcService<AlertingApi>();
}
