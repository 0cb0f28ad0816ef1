using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Parley.Platform.Grpc;
using Parley.Platform.Http;
using Parley.Platform.Messaging;
using Parley.Platform.Security;
using Parley.Platform.Storage;
using Parley.Platform.Telemetry;

namespace Parley.Platform.Hosting;

/// <summary>The host that every service, and Standalone, runs in.</summary>
public static class ParleyHost
{
    /// <summary>Builds the host and runs it until it is told to stop.</summary>
    /// <param name="name">The service's name in logs and traces.</param>
    /// <param name="args">
    /// Command line: <c>--Parley:Grpc:Port=7101</c> and the like; with <c>--healthcheck</c> the service that runs with these settings is asked
    /// whether it serves, and the exit status is 0 or 1.
    /// </param>
    /// <param name="add">Adds the modules.</param>
    /// <param name="map">Maps their gRPC services; pages they add themselves.</param>
    /// <returns>The process's exit status: 0, or 2 where the configuration is wrong.</returns>
    public static async Task<int> RunAsync(string name, string[] args, Action<ParleyBuilder> add, Action<WebApplication> map)
    {
        try
        {
            if (args.Contains(HealthCheck.Flag))
                return await CheckHealthAsync(args);
            await using var app = Build(name, args, add, map);
            await app.RunAsync();
            return 0;
        }
        catch (ConfigurationException e)
        {
            await Console.Error.WriteLineAsync($"parley {name}: {e.Message}");
            return 2;
        }
    }

    /// <summary>Builds the host; the caller starts it.</summary>
    /// <param name="name">The service's name in logs and traces.</param>
    /// <param name="args">Command line.</param>
    /// <param name="add">Adds the modules.</param>
    /// <param name="map">Maps their gRPC services.</param>
    /// <param name="settings">Settings that come before the environment and the command line.</param>
    /// <exception cref="ConfigurationException">The configuration is wrong.</exception>
    public static WebApplication Build(
        string name, string[] args, Action<ParleyBuilder> add, Action<WebApplication> map, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = $"parley-{name}" });
        Configure(builder.Configuration, args, settings);
        ConfigureLogging(builder.Logging, builder.Configuration);

        var parley = new ParleyBuilder(builder.Services, builder.Configuration);
        var grpc = OptionsReader.Read<GrpcOptions>(builder.Configuration, GrpcOptions.Section);
        var http = HttpOptions.Read(builder.Configuration, grpc);
        var bus = OptionsReader.Read<BusOptions>(builder.Configuration, BusOptions.Section);
        parley.AddOptions<PostgresOptions>(PostgresOptions.Section);
        builder.Services.AddSingleton(grpc);
        builder.Services.AddSingleton(bus);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddTelemetry(name, OptionsReader.Read<TelemetryOptions>(builder.Configuration, TelemetryOptions.Section));
        builder.Services.AddHostedService<DatabaseStartup>();
        builder.Services.AddHostedService<InboxPruner>();
        builder.Services.AddGrpcDefaults(grpc);
        builder.Services.AddKeys(grpc);
        // Callers and consumers that do not let go are cut off then; the process has five seconds in all.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(3));

        add(parley);
        builder.Services.AddBus(bus, parley.Consumers);
        var hasPages = http.Port is not null && parley.Pages.Count > 0;
        builder.Services.AddPages(http, grpc, hasPages);

        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(IPAddress.Parse(grpc.Address), grpc.Port, listen =>
            {
                listen.Protocols = HttpProtocols.Http2;
                listen.UseTls(grpc);
            });
            if (hasPages)
                kestrel.ListenForPages(http, grpc);
        });
        builder.Services.AddRouting();

        var app = builder.Build();
        if (hasPages)
            app.UsePages(http, grpc, parley.Pages);
        app.UseRouting();
        app.UseKeys(grpc);
        app.UseMiddleware<SizeLimit>();
        app.UseMiddleware<DefaultDeadline>();
        app.Use((context, next) =>
        {
            app.Services.GetRequiredService<StreamsEndFirst>().Count(context);
            return next(context);
        });
        map(app);
        app.MapGrpcDefaults();
        return app;
    }

    private static void Configure(IConfigurationBuilder configuration, string[] args, IReadOnlyDictionary<string, string?>? settings) => configuration
        .AddInMemoryCollection(settings ?? new Dictionary<string, string?>())
        .AddEnvironmentVariables()
        .AddKeyPerFile(Environment.GetEnvironmentVariable("PARLEY_SECRETS") ?? "/run/secrets", optional: true)
        .AddCommandLine(args);

    /// <summary>Asks the service that runs with the same settings whether it serves.</summary>
    private static Task<int> CheckHealthAsync(string[] args)
    {
        var configuration = new ConfigurationBuilder();
        Configure(configuration, [.. args.Where(a => a != HealthCheck.Flag)], settings: null);
        return HealthCheck.RunAsync(OptionsReader.Read<GrpcOptions>(configuration.Build(), GrpcOptions.Section));
    }

    private static void ConfigureLogging(ILoggingBuilder logging, IConfiguration configuration)
    {
        logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Grpc", LogLevel.Warning).AddFilter("MassTransit", LogLevel.Warning)
            .AddFilter("Npgsql", LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
        // What the configuration says comes later, and so wins.
        logging.AddConfiguration(configuration.GetSection("Logging"));
        // Standard output belongs to the answers of the command line; logs are JSON lines on standard error.
        logging.AddJsonConsole(console => console.UseUtcTimestamp = true);
        logging.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(
            console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }
}
