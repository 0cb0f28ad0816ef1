using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Parley.Alerting;
using Parley.Alerting.Delivery;
using Parley.Alerting.Storage;
using Parley.Alerting.Subscriptions;
using Parley.Protocol.Alerting.V1;
using Parley.Tests;
using Proto = Parley.Protocol.Type.V1;

namespace Parley.Integration.Tests.Alerting;

/// <summary>An Alerting that may send to this machine over http, a desk's server, and all that is logged.</summary>
public sealed class WebhookSite : IAsyncLifetime
{
    private RunningHost _host = null!;

    internal Site Site { get; private set; } = null!;

    internal LogRecord Log { get; } = new();

    internal HttpReceiver Receiver { get; private set; } = null!;

    internal AlertingService.AlertingServiceClient Client { get; private set; } = null!;

    internal WebhookSecretTable Secrets => _host.Get<WebhookSecretTable>();

    public async Task InitializeAsync()
    {
        Site = await Site.InMemoryAsync();
        Receiver = await HttpReceiver.StartAsync();
        var settings = new Dictionary<string, string?>
        {
            ["Parley:Delivery:AllowHttp"] = "true",
            ["Parley:Delivery:AllowPrivateAddresses"] = "true",
            ["Parley:Mail:Host"] = "127.0.0.1",
            ["Parley:Mail:From"] = "alerts@desk.example",
            ["Logging:LogLevel:Default"] = "Trace",
            ["Logging:LogLevel:Microsoft"] = "Trace",
            ["Logging:LogLevel:Grpc"] = "Trace",
            ["Logging:LogLevel:Npgsql"] = "Trace",
        };
        _host = await Site.StartAsync(
            "alerting",
            parley =>
            {
                parley.AddAlerting();
                parley.Services.AddSingleton<ILoggerProvider>(Log);
            },
            app => app.MapAlerting(),
            settings);
        Client = new(_host.Channel);
    }

    public async Task DisposeAsync()
    {
        await Site.DisposeAsync();
        await Receiver.DisposeAsync();
    }

    /// <summary>Makes a subscription with a webhook.</summary>
    internal async Task<(string Id, string Secret)> SubscribeAsync(string? url = null)
    {
        var made = await Client.CreateSubscriptionAsync(new() { Subscription = new() { Name = "Hook", Channels = { Hook(url ?? Receiver.Address.AbsoluteUri) } } });
        return (made.Subscription.Id, made.Secrets.Single().Secret);
    }

    internal static Proto.Channel Hook(string url) => new() { Webhook = new Proto.WebhookChannel { Url = url } };

    /// <summary>The subscription as it is stored.</summary>
    internal async Task<Subscription> FindAsync(string id) => (await _host.Get<SubscriptionStore>().FindAsync(id, CancellationToken.None))!;

    /// <summary>Sends an alert to its first channel, as the service would.</summary>
    internal async Task<Outcome> SendAsync(string id, string entry = "e-1")
    {
        var subscription = await FindAsync(id);
        var channel = subscription.Channels[0];
        var sender = _host.Get<IEnumerable<IChannelSender>>().Single(s => s.SendsTo(channel));
        return await sender.SendAsync(Notices.Of(subscription, entry), channel, CancellationToken.None);
    }

    /// <summary>Sends by a sender with other settings.</summary>
    internal async Task<Outcome> SendAsync(string id, DeliveryOptions options)
    {
        var subscription = await FindAsync(id);
        using var sender = new WebhookSender(Secrets, new LinkMaker(options), options, TimeProvider.System);
        return await sender.SendAsync(Notices.Of(subscription), subscription.Channels[0], CancellationToken.None);
    }

    internal bool SendsMail() => _host.Get<IEnumerable<IChannelSender>>().Any(s => s.SendsTo(new EmailChannel { Id = "1", To = ["desk@desk.example"] }));
}
