using System.Globalization;

namespace Parley.LocalServers;

/// <summary>A private broker's configuration files and environment.</summary>
internal sealed record RabbitMqSettings
{
    /// <summary>The user.</summary>
    public const string User = "parley";

    // The same for every private broker: without epmd nobody keeps a list of names in which two could clash.
    private const string NodeName = "parley@localhost";

    /// <summary>The AMQP port.</summary>
    public required int Port { get; init; }

    /// <summary>The port for rabbitmqctl and other nodes.</summary>
    public required int DistributionPort { get; init; }

    /// <summary>The port of the management plugin, where it is wanted.</summary>
    public required int? ManagementPort { get; init; }

    /// <summary>Where the broker begins to hold publishers back.</summary>
    public required string MemoryLimit { get; init; }

    /// <summary>Whether the broker's threads spin before they sleep.</summary>
    public required bool QuickStart { get; init; }

    /// <summary>The user's password, and Erlang's cookie.</summary>
    public required string Password { get; init; }

    /// <summary>
    /// The environment of a broker in this folder. Erlang's port mapper (epmd), a daemon that would outlive the broker and listen on
    /// all addresses, is done without: the port for other nodes and for rabbitmqctl is told beforehand, and is on loopback.
    /// </summary>
    public IReadOnlyDictionary<string, string> Environment(ServerFolder folder) => new Dictionary<string, string>
    {
        ["HOME"] = folder.Path,
        ["LC_ALL"] = "C.UTF-8",
        ["RABBITMQ_NODENAME"] = NodeName,
        ["RABBITMQ_MNESIA_BASE"] = folder.File("mnesia"),
        ["RABBITMQ_LOG_BASE"] = folder.File("log"),
        ["RABBITMQ_CONFIG_FILE"] = folder.File("rabbitmq.conf"),
        ["RABBITMQ_ADVANCED_CONFIG_FILE"] = folder.File("none.config"),
        ["RABBITMQ_CONF_ENV_FILE"] = folder.File("none.env"),
        ["RABBITMQ_ENABLED_PLUGINS_FILE"] = folder.File("enabled_plugins"),
        ["ERL_CRASH_DUMP"] = folder.File("erl_crash.dump"),

        // A registration with an epmd of the system fails at once, on a port where none listens, and is then left out.
        ["ERL_EPMD_PORT"] = "1",
        ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = string.Create(CultureInfo.InvariantCulture,
            $"-sname {NodeName} -start_epmd false -erl_epmd_port {DistributionPort} -kernel inet_dist_use_interface {{127,0,0,1}}"),

        // Without "input" the script would stay as the broker's parent, and a signal to it would not reach the broker.
        ["RABBITMQ_ALLOW_INPUT"] = "1",
        ["RABBITMQ_SERVER_START_ARGS"] = "-noinput",

        // The start loads modules by the hundred, each through another thread: without a short spin it takes twice as long. Under load the spin takes
        // nearly as much of the processor as the broker's work does.
        ["RABBITMQ_SCHEDULER_BUSY_WAIT_THRESHOLD"] = QuickStart ? "short" : "none",
    };

    /// <summary>The configuration files, by name.</summary>
    public IReadOnlyDictionary<string, string> Files => new Dictionary<string, string>
    {
        ["rabbitmq.conf"] = $"""
            listeners.tcp.local = 127.0.0.1:{Port}
            default_user = {User}
            default_pass = {Password}
            vm_memory_high_watermark.absolute = {MemoryLimit}
            disk_free_limit.absolute = 50MB
            log.file = false
            log.console = true
            log.console.level = warning

            """ + ManagementLines,
        ["enabled_plugins"] = ManagementPort is null ? "[].\n" : "[rabbitmq_management].\n",
        [".erlang.cookie"] = Password,
        [Secret.FileName] = Password,
    };

    private string ManagementLines => ManagementPort is null ? "" : $"""
        management.tcp.ip = 127.0.0.1
        management.tcp.port = {ManagementPort}

        """;
}
