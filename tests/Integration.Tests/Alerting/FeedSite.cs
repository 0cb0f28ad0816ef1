using System.Xml.Linq;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Parley.Alerting;
using Parley.Alerting.Storage;
using Parley.Contracts;
using Parley.Protocol.Alerting.V1;
using Parley.Tests;
using Proto = Parley.Protocol.Type.V1;

namespace Parley.Integration.Tests.Alerting;

/// <summary>An Alerting with a listener for feeds, and all that is logged.</summary>
public sealed class FeedSite : IAsyncLifetime
{
    private RunningHost _host = null!;

    internal Site Site { get; private set; } = null!;

    internal LogRecord Log { get; } = new();

    internal HttpClient Http { get; } = new();

    internal AlertingService.AlertingServiceClient Client { get; private set; } = null!;

    /// <summary>Where its gRPC answers.</summary>
    internal string Grpc => $"http://{_host.Channel.Target}";

    public async Task InitializeAsync()
    {
        // What later versions of the framework put into traces by themselves, the path of requests among it.
        AppContext.SetSwitch("Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData", false);
        Site = await Site.InMemoryAsync();
        var settings = new Dictionary<string, string?>
        {
            ["Parley:Http:Port"] = "0",
            ["Parley:Delivery:LinkBase"] = "https://parley.example",
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
        Http.Dispose();
        await Site.DisposeAsync();
    }

    /// <summary>Makes a subscription with a feed.</summary>
    internal async Task<(string Id, Uri Feed)> SubscribeAsync(Proto.Subscription? subscription = null)
    {
        var id = (await Client.CreateSubscriptionAsync(new() { Subscription = subscription ?? new() { Name = "Desk" } })).Subscription.Id;
        return (id, await IssueAsync(id));
    }

    internal async Task<Uri> IssueAsync(string id) => new((await Client.IssueFeedAddressAsync(new() { SubscriptionId = id })).Address);

    /// <summary>Logs changes, all at one time.</summary>
    internal async Task RaiseAsync(params LedgerChange[] changes)
    {
        await using var work = await _host.Get<AlertingDatabase>().BeginAsync(CancellationToken.None);
        await ChangeLog.AppendAsync(work, changes, DateTimeOffset.UtcNow, CancellationToken.None);
        await work.CommitAsync(CancellationToken.None);
    }

    /// <summary>The feed, once it has as many entries as are due: other tests' transactions may hide the last for a moment.</summary>
    internal Task<XElement> ReadAsync(Uri feed, int entries) => Eventually.SeeAsync(
        $"a feed of {entries}", async () => XElement.Parse(await Http.GetStringAsync(feed)), f => f.Elements(Atom.Entry).Count() == entries);

    internal static StatusCode StatusOf(Action call) => Should.Throw<RpcException>(call).StatusCode;
}

/// <summary>Names of RFC 4287.</summary>
internal static class Atom
{
    public static readonly XNamespace Space = "http://www.w3.org/2005/Atom";

    public static readonly XName Entry = Space + "entry";

    public static string Text(this XElement element, string name) => element.Element(Space + name).ShouldNotBeNull($"{element.Name.LocalName} has no {name}").Value;

    public static string? Link(this XElement element, string relation) =>
        element.Elements(Space + "link").SingleOrDefault(l => (l.Attribute("rel")?.Value ?? "alternate") == relation)?.Attribute("href")?.Value;
}
