using System.Globalization;
using System.Text.Json;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Parley.Contracts;

namespace Parley.Benchmarks.Pipeline.Chain;

/// <summary>
/// A service of the chain as a process of its own: MassTransit with the settings of the services (raw JSON, quorum queues, as many messages ahead) and
/// consumers that only send on. On a line "FROM COUNT" the first hop publishes those articles, and each answers any line with how much it has handled.
/// </summary>
internal static class Hop
{
    /// <summary>The word that makes this program a hop.</summary>
    public const string Verb = "hop";

    /// <summary>The exchange that the alerts of the chain go to.</summary>
    public const string Alerts = "chain.alerts";

    /// <summary>
    /// Nothing here lives long enough to gain from what the runtime would learn of it; learning would take more of the machine than the work itself for a
    /// minute or two.
    /// </summary>
    public static readonly (string Name, string Off) Profiling = ("DOTNET_TieredPGO", "0");

    private const int Prefetch = 256;
    private const int Outstanding = 200;

    /// <summary>Runs until standard input ends.</summary>
    /// <param name="args">Name of the service, address of the broker, file of the articles with their changes.</param>
    public static async Task RunAsync(IReadOnlyList<string> args)
    {
        var (name, broker) = (args[0], new Uri(args[1]));
        var lines = await File.ReadAllLinesAsync(args[2]);
        var told = lines.Select(line => JsonSerializer.Deserialize<ChainTold>(line, ParleyJson.Line)!).ToList();
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<ChainCount>();
        builder.Services.AddSingleton<IReadOnlyDictionary<string, IReadOnlyList<LedgerChange>>>(told.ToDictionary(t => t.Article.Id, t => t.Changes, StringComparer.Ordinal));
        builder.Services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.AddConsumer<ChainExtraction>();
            bus.AddConsumer<ChainAlerting>();
            bus.AddConsumer<ChainSearch>();
            bus.UsingRabbitMq((context, rabbit) => Configure(context, rabbit, name, broker));
        });
        // What is published before the queues are there is lost.
        builder.Services.AddOptions<MassTransitHostOptions>().Configure(options => options.WaitUntilStarted = true);
        using var host = builder.Build();
        await host.StartAsync();
        Console.WriteLine("ready");
        var count = host.Services.GetRequiredService<ChainCount>();
        while (await Console.In.ReadLineAsync() is { } line)
        {
            if (line.Split(' ') is [var from, var many])
                await PublishAsync(host.Services.GetRequiredService<IBus>(), told.Skip(Number(from)).Take(Number(many)), count);
            Console.WriteLine(count.Handled.ToString(CultureInfo.InvariantCulture));
        }

        await host.StopAsync();
    }

    private static void Configure(IBusRegistrationContext context, IRabbitMqBusFactoryConfigurator rabbit, string name, Uri broker)
    {
        rabbit.Host(broker);
        rabbit.AutoStart = true;
        rabbit.ConfigureJsonSerializerOptions(json =>
        {
            json.WriteIndented = false;
            return json;
        });
        rabbit.UseRawJsonSerializer(RawSerializerOptions.AddTransportHeaders | RawSerializerOptions.CopyHeaders, isDefault: true);
        rabbit.Message<ChainAlert>(m => m.SetEntityName(Alerts));
        rabbit.Publish<ChainAlert>(p => p.ExchangeType = "topic");
        if (name == "extraction")
            Receive<ChainExtraction>(context, rabbit, "chain.extraction.articles");
        if (name == "alerting")
            Receive<ChainAlerting>(context, rabbit, "chain.alerting.changes");
        if (name == "search")
            Receive<ChainSearch>(context, rabbit, "chain.search");
    }

    private static void Receive<T>(IBusRegistrationContext context, IRabbitMqBusFactoryConfigurator rabbit, string queue)
        where T : class, IConsumer
    {
        rabbit.ReceiveEndpoint(queue, endpoint =>
        {
            endpoint.SetQuorumQueue();
            endpoint.PrefetchCount = Prefetch;
            endpoint.ConfigureConsumer<T>(context);
        });
    }

    private static Task PublishAsync(IBus bus, IEnumerable<ChainTold> told, ChainCount count) =>
        Parallel.ForEachAsync(told, new ParallelOptions { MaxDegreeOfParallelism = Outstanding }, async (one, ending) =>
        {
            await bus.Publish(new ChainArticle { Article = one.Article }, ending);
            count.Add();
        });

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
