namespace Parley.LocalServers;

/// <summary>What kind of private RabbitMQ to start.</summary>
public sealed record PrivateRabbitMqOptions
{
    /// <summary>
    /// Whether the data may go: the folder is then removed when the broker is disposed of or its owner dies. Otherwise the folder
    /// stays, and a later start continues on it.
    /// </summary>
    public bool Throwaway { get; init; } = true;

    /// <summary>
    /// The folder of the broker's configuration, password, data and log. Null: a new temporary one for a throw-away broker, else
    /// <c>/var/lib/parley/rabbitmq</c> for root and <c>~/.local/share/parley/rabbitmq</c> for others. When root starts the broker,
    /// the user <c>rabbitmq</c> runs it, where there is one, and must be able to reach this folder.
    /// </summary>
    public string? Folder { get; init; }

    /// <summary>The AMQP port on 127.0.0.1. Null: a free one.</summary>
    public int? Port { get; init; }

    /// <summary>Whether to serve the management API and page as well, on a free port; the start then takes a second longer.</summary>
    public bool Management { get; init; }

    /// <summary>How much memory the broker may fill before it holds publishers back, as RabbitMQ writes sizes.</summary>
    public string MemoryLimit { get; init; } = "1GB";

    /// <summary>
    /// Whether the broker starts in half the time, and in return keeps the processor busy between messages for as long as it runs. Else it is as
    /// RabbitMQ is by itself: for whoever runs long, or measures.
    /// </summary>
    public bool QuickStart { get; init; } = true;

    /// <summary>How long the broker may take to accept connections.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(120);
}
