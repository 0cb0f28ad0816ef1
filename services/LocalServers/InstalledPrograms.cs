using System.Globalization;

namespace Parley.LocalServers;

/// <summary>Finds the servers' programs where Debian puts them, else on the search path.</summary>
/// <param name="Libraries">Debian's <c>/usr/lib</c>.</param>
/// <param name="SearchPath">The folders of <c>PATH</c>.</param>
internal sealed record InstalledPrograms(string Libraries, IReadOnlyList<string> SearchPath)
{
    /// <summary>Those of this machine.</summary>
    public static InstalledPrograms OfThisMachine { get; } =
        new("/usr/lib", (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The folder with PostgreSQL's initdb and postgres: of the wanted major version, else the newest.</summary>
    public string Postgres(string? version)
    {
        var versions = Path.Combine(Libraries, "postgresql");
        var installed = Directory.Exists(versions)
            ? Directory.EnumerateDirectories(versions).OrderByDescending(Major).Select(d => Path.Combine(d, "bin"))
            : [];
        return installed.Concat(SearchPath)
            .Where(d => File.Exists(Path.Combine(d, "initdb")) && File.Exists(Path.Combine(d, "postgres")))
            .FirstOrDefault(d => version is null || Path.GetFileName(Path.GetDirectoryName(d)) == version)
            ?? throw new ServerMissingException("PostgreSQL" + (version is null ? "" : " " + version), version is null ? "postgresql" : "postgresql-" + version);
    }

    /// <summary>RabbitMQ's start script; not Debian's wrapper in /usr/sbin, which insists on folders of the system's broker.</summary>
    public string RabbitMq() =>
        SearchPath.Prepend(Path.Combine(Libraries, "rabbitmq/bin"))
            .Select(d => Path.Combine(d, "rabbitmq-server"))
            .FirstOrDefault(File.Exists)
        ?? throw new ServerMissingException("RabbitMQ", "rabbitmq-server");

    private static double Major(string folder) =>
        double.TryParse(Path.GetFileName(folder), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var version) ? version : 0;
}
