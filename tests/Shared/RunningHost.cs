using Grpc.Net.Client;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Parley.Platform.Hosting;

namespace Parley.Tests;

/// <summary>A host of one or more services inside the test, with its gRPC on a free port.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly WebApplication _app;

    private RunningHost(WebApplication app)
    {
        _app = app;
        // Of gRPC, which listens before pages do. No retries: a test wants to see what the service answers.
        Channel = GrpcChannel.ForAddress(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    /// <summary>To its gRPC.</summary>
    public GrpcChannel Channel { get; }

    /// <summary>Starts it, and waits until its queues are there.</summary>
    public static async Task<RunningHost> StartAsync(
        string name, Action<ParleyBuilder> add, Action<WebApplication> map, IReadOnlyDictionary<string, string?> settings, bool awaitBus)
    {
        var app = ParleyHost.Build(name, [], Quiet(add), map, settings);
        await app.StartAsync();
        if (awaitBus)
            await app.Services.GetRequiredService<IBusControl>().WaitForHealthStatus(BusHealthStatus.Healthy, Patience);
        return new RunningHost(app);
    }

    /// <summary>A service of its container.</summary>
    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>Publishes a message past the outbox.</summary>
    public Task PublishAsync<T>(T message, Guid? messageId = null)
        where T : class => Get<IBus>().Publish(message, context => context.MessageId = messageId ?? Guid.CreateVersion7());

    /// <summary>Stops it as SIGTERM would.</summary>
    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static Action<ParleyBuilder> Quiet(Action<ParleyBuilder> add) => parley =>
    {
        // Tests look at effects; what the services log would hide the runner's own lines.
        parley.Services.AddLogging(logging => logging.ClearProviders());
        add(parley);
    };
}
