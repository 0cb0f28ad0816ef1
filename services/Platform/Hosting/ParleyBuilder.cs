using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Parley.Platform.Messaging;
using Parley.Platform.Storage;

namespace Parley.Platform.Hosting;

/// <summary>What a module adds itself to: it names its database and its queues, and the host joins the modules on one bus.</summary>
public sealed class ParleyBuilder
{
    private readonly List<ConsumerRegistration> _consumers = [];
    private readonly List<Action<IEndpointRouteBuilder>> _pages = [];

    internal ParleyBuilder(IServiceCollection services, IConfiguration configuration)
    {
        Services = services;
        Configuration = configuration;
    }

    /// <summary>The container's services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>The host's configuration.</summary>
    public IConfiguration Configuration { get; }

    internal IReadOnlyList<ConsumerRegistration> Consumers => _consumers;

    internal IReadOnlyList<Action<IEndpointRouteBuilder>> Pages => _pages;

    /// <summary>Adds a service's database: made and migrated at start, its outbox relayed.</summary>
    public ParleyBuilder AddDatabase<TDatabase>()
        where TDatabase : ServiceDatabase
    {
        Services.AddSingleton<TDatabase>();
        Services.AddSingleton<ServiceDatabase>(provider => provider.GetRequiredService<TDatabase>());
        Services.AddSingleton<IHostedService>(provider => ActivatorUtilities.CreateInstance<OutboxRelay>(provider, provider.GetRequiredService<TDatabase>()));
        return this;
    }

    /// <summary>Takes messages of one type from a queue of its own, each with effect once, on a service's database.</summary>
    /// <param name="queue">The queue's name: <c>service.message-type</c>.</param>
    /// <param name="gathers">How long a message may wait for others to share its transaction, where nobody waits for its effect.</param>
    public ParleyBuilder AddConsumer<TMessage, THandler, TDatabase>(string queue, TimeSpan gathers = default)
        where TMessage : class
        where THandler : class, IMessageHandler<TMessage>
        where TDatabase : ServiceDatabase => AddConsumer<TMessage, TMessage, THandler, TDatabase>(queue, static _ => static message => message, gathers);

    /// <summary>Takes messages of one type from a queue of its own, reads each as it comes, and handles what was read, each with effect once.</summary>
    /// <param name="queue">The queue's name: <c>service.message-type</c>.</param>
    /// <param name="reader">What makes of a message what the handler wants: it may take its time, and is called by several threads at once.</param>
    /// <param name="gathers">How long a message may wait for others to share its transaction, where nobody waits for its effect.</param>
    public ParleyBuilder AddConsumer<TMessage, TRead, THandler, TDatabase>(
        string queue, Func<IServiceProvider, Func<TMessage, TRead>> reader, TimeSpan gathers = default)
        where TMessage : class
        where TRead : class
        where THandler : class, IMessageHandler<TRead>
        where TDatabase : ServiceDatabase
    {
        var registration = new ConsumerRegistration(queue, typeof(TMessage), typeof(InboxConsumer<TMessage, TRead, THandler>), gathers);
        _consumers.Add(registration);
        Services.AddSingleton(registration);
        Services.AddScoped<THandler>();
        Services.AddSingleton(provider => new InboxBatcher<TRead, THandler>(
            registration,
            provider.GetRequiredService<TDatabase>(),
            provider.GetRequiredService<IServiceScopeFactory>(),
            provider.GetRequiredService<BusOptions>()));
        Services.AddHostedService(provider => provider.GetRequiredService<InboxBatcher<TRead, THandler>>());
        Services.AddScoped(provider => new InboxConsumer<TMessage, TRead, THandler>(
            reader(provider), provider.GetRequiredService<InboxBatcher<TRead, THandler>>()));
        return this;
    }

    /// <summary>
    /// Adds pages for what speaks HTTP/1.1. They are there where <c>Parley:Http</c> has a port, and on that port alone; they want an API key, where the
    /// service knows any, unless they say otherwise.
    /// </summary>
    /// <param name="map">Maps them.</param>
    public ParleyBuilder AddPages(Action<IEndpointRouteBuilder> map)
    {
        _pages.Add(map);
        return this;
    }

    /// <summary>Adds a section of options that is checked at start; a wrong key or value stops it with the key's name.</summary>
    public ParleyBuilder AddOptions<TOptions>(string section)
        where TOptions : class, new()
    {
        Services.AddSingleton(OptionsReader.Read<TOptions>(Configuration, section));
        return this;
    }
}
