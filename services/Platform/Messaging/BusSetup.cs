using System.Text.Json;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Parley.Contracts.Messages;
using Parley.Platform.Storage;

namespace Parley.Platform.Messaging;

/// <summary>MassTransit as Parley uses it: raw JSON, quorum queues with a delivery limit and a dead-letter queue each, or memory.</summary>
internal static class BusSetup
{
    public static void AddBus(this IServiceCollection services, BusOptions options, IReadOnlyList<ConsumerRegistration> consumers)
    {
        services.AddSingleton<MemoryDeliveries>();
        services.AddSingleton<IOutboxSink, BusSink>();
        services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            foreach (var consumer in consumers)
                bus.AddConsumer(consumer.ConsumerType);
            if (options.Transport == BusTransport.Memory)
                bus.UsingInMemory((context, memory) => ConfigureMemory(context, memory, consumers));
            else
                bus.UsingRabbitMq((context, rabbit) => ConfigureRabbitMq(context, rabbit, options, consumers));
        });
        services.AddOptions<MassTransitHostOptions>().Configure(host =>
        {
            // A broker that is down delays nobody's start: health says so, and the bus connects when it is back.
            host.WaitUntilStarted = false;
            host.StopTimeout = TimeSpan.FromSeconds(3);
        });
    }

    private static void ConfigureMemory(
        IBusRegistrationContext context, IInMemoryBusFactoryConfigurator memory, IReadOnlyList<ConsumerRegistration> consumers)
    {
        memory.ConfigureJsonSerializerOptions(Compact);
        memory.ConnectReceiveObserver(context.GetRequiredService<MemoryDeliveries>());
        foreach (var consumer in consumers)
        {
            memory.ReceiveEndpoint(consumer.Queue, endpoint =>
            {
                Configure(endpoint);
                endpoint.DiscardFaultedMessages();
                endpoint.ConfigureConsumer(context, consumer.ConsumerType);
            });
        }
    }

    private static void ConfigureRabbitMq(
        IBusRegistrationContext context, IRabbitMqBusFactoryConfigurator rabbit, BusOptions options, IReadOnlyList<ConsumerRegistration> consumers)
    {
        rabbit.Host(new Uri(options.Uri!), host => host.ConnectionName(AppDomain.CurrentDomain.FriendlyName));
        // A service that only publishes has no connection of its own to watch otherwise, and would count as healthy without a broker.
        rabbit.AutoStart = true;
        rabbit.ConfigureJsonSerializerOptions(Compact);
        rabbit.UseRawJsonSerializer(RawSerializerOptions.AddTransportHeaders | RawSerializerOptions.CopyHeaders, isDefault: true);
        rabbit.MessageTopology.SetEntityNameFormatter(new BundleExchanges());
        foreach (var (message, queues) in Queues.Of)
        {
            foreach (var published in new[] { message, typeof(Bundle<>).MakeGenericType(message) })
            {
                rabbit.Publish(published, topology =>
                {
                    foreach (var queue in queues)
                        topology.BindQueue(BundleExchanges.Of(message), queue, binding => Declare(binding, queue, options));
                });
            }
        }

        foreach (var consumer in consumers)
        {
            rabbit.ReceiveEndpoint(consumer.Queue, endpoint =>
            {
                Configure(endpoint);
                Declare(endpoint, consumer.Queue, options);
                endpoint.PrefetchCount = options.Prefetch;
                endpoint.BindDeadLetterQueue(DeadLetters(consumer.Queue), DeadLetters(consumer.Queue),
                    binding => binding.SetQueueArgument("x-queue-type", "quorum"));
                // The broker counts deliveries and moves what fails; MassTransit's own error queue would hide it from that count.
                endpoint.RethrowFaultedMessages();
                endpoint.ThrowOnSkippedMessages();
                endpoint.ConfigureConsumer(context, consumer.ConsumerType);
            });
        }
    }

    /// <summary>A queue's arguments: the same wherever it is declared, else the broker refuses the second declaration.</summary>
    private static void Declare(IRabbitMqQueueConfigurator queue, string name, BusOptions options)
    {
        queue.SetQueueArgument("x-queue-type", "quorum");
        queue.SetQueueArgument("x-delivery-limit", options.DeliveryLimit);
        queue.SetQueueArgument("x-dead-letter-exchange", DeadLetters(name));
        // At-least-once to the dead-letter queue too: the default strategy may drop a message on the way.
        queue.SetQueueArgument("x-dead-letter-strategy", "at-least-once");
        queue.SetQueueArgument("x-overflow", "reject-publish");
    }

    private static string DeadLetters(string queue) => $"{queue}.dead-letter";

    /// <summary>MassTransit indents by default, and every hop would carry the blanks.</summary>
    private static JsonSerializerOptions Compact(JsonSerializerOptions options)
    {
        options.WriteIndented = false;
        return options;
    }

    private static void Configure(IReceiveEndpointConfigurator endpoint)
    {
        endpoint.PublishFaults = false;
        endpoint.ConcurrentMessageLimit = null;
        // An outage of the database must not use up the delivery limit: wait it out. Anything else gets two more tries, then counts.
        endpoint.UseMessageRetry(retry =>
        {
            retry.Handle<Exception>(Transient.Is);
            retry.Exponential(10_000, TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(5), TimeSpan.FromMilliseconds(100));
        });
        endpoint.UseMessageRetry(retry =>
        {
            retry.Handle<Exception>(e => !Transient.Is(e));
            retry.Interval(2, TimeSpan.FromMilliseconds(100));
        });
    }
}
