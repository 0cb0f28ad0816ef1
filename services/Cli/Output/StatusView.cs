using Parley.Cli.Running;
using Spectre.Console;

namespace Parley.Cli.Output;

/// <summary>How the services are, and what to do where they are not well.</summary>
internal static class StatusView
{
    /// <summary>A row each.</summary>
    public static Table Table(IEnumerable<ServiceHealth> services)
    {
        var table = Tables.Of("Service", "Health", "Database", "Broker", "Version", "Address");
        foreach (var service in services)
        {
            table.AddRow(
                service.Service, Word(service.Health), Word(service.Database), Word(service.Bus),
                Markup.Escape(service.Version ?? "-"), Markup.Escape(service.Address.ToString()));
        }

        return table;
    }

    /// <summary>What is wrong, and what to do next; empty where all is well.</summary>
    /// <param name="services">All of them.</param>
    /// <param name="logs">Where their logs are; null where they run elsewhere.</param>
    public static IEnumerable<string> Advice(IReadOnlyList<ServiceHealth> services, string? logs)
    {
        foreach (var service in services.Where(s => s.Health == ServiceHealth.Unreachable))
            yield return $"{service.Service} does not answer at {service.Address} ({service.Reason}).{Next(logs, service.Service)}";
        if (Blind(services, s => s.Database) is { Length: > 0 } data)
            yield return $"PostgreSQL does not answer {data}. Articles wait until it does; nothing is lost.{Next(logs, "supervise")}";
        if (Blind(services, s => s.Bus) is { Length: > 0 } bus)
            yield return $"The broker does not answer {bus}. Articles are taken and go on when it does; nothing is lost.{Next(logs, "supervise")}";
        foreach (var service in services.Where(s => s is { Health: ServiceHealth.NotServing, Database: not ServiceHealth.NotServing, Bus: not ServiceHealth.NotServing }))
            yield return $"{service.Service} is starting or stopping. Look again in a second: ./parley status";
    }

    private static string Blind(IEnumerable<ServiceHealth> services, Func<ServiceHealth, string?> part) =>
        string.Join(", ", services.Where(s => part(s) == ServiceHealth.NotServing).Select(s => s.Service));

    private static string Next(string? logs, string log) => logs is null
        ? " It runs on another machine, or by hand: look at its log there."
        : $" Its log: {Path.Combine(logs, log)}.log. To start all anew: ./parley down && ./parley up";

    private static string Word(string? word) => word switch
    {
        ServiceHealth.Serving => "[green]serving[/]",
        null => "[grey]-[/]",
        _ => $"[red]{Markup.Escape(word.Replace('_', ' '))}[/]",
    };
}
