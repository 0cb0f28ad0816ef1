namespace Parley.Cli.Running;

/// <summary>The folder in which a running Parley of this machine keeps its data, logs and addresses.</summary>
internal static class ParleyHome
{
    /// <summary>The name of <see cref="AmqpFile"/> in the folder.</summary>
    public const string AmqpFileName = "amqp";

    /// <summary>PARLEY_HOME, else /var/lib/parley for root, else ~/.local/share/parley.</summary>
    public static string Folder =>
        Environment.GetEnvironmentVariable("PARLEY_HOME") is { Length: > 0 } given ? Path.GetFullPath(given)
        : Environment.IsPrivilegedProcess ? "/var/lib/parley"
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "share", "parley");

    /// <summary>Where the running system says what it is.</summary>
    public static string StateFile => Path.Combine(Folder, "running.json");

    /// <summary>Where the address of its own RabbitMQ is, with the password, for its owner to read.</summary>
    public static string AmqpFile => Path.Combine(Folder, AmqpFileName);

    /// <summary>The services' logs, a file each.</summary>
    public static string Logs => Path.Combine(Folder, "logs");
}
