using System.Net;
using System.Net.Sockets;

namespace Parley.LocalServers;

/// <summary>
/// A RabbitMQ broker of this process's own, on 127.0.0.1 only and behind a random password. It stops when it is disposed of, and
/// when this process dies, whichever way.
/// </summary>
public sealed class PrivateRabbitMq : IAsyncDisposable
{
    private const int PortAttempts = 5;
    private static readonly TimeSpan HandshakeTimeout = TimeSpan.FromSeconds(5);
    private static readonly byte[] ProtocolHeader = [.. "AMQP"u8, 0, 0, 9, 1];

    private readonly GuardedServer server;

    private PrivateRabbitMq(GuardedServer server, string folder, RabbitMqSettings settings)
    {
        this.server = server;
        (Folder, Port, UserName, Password) = (folder, settings.Port, RabbitMqSettings.User, settings.Password);
        AmqpUri = new Uri($"amqp://{Uri.EscapeDataString(UserName)}:{Uri.EscapeDataString(Password)}@127.0.0.1:{Port}/%2F");
        ManagementUri = settings.ManagementPort is { } management ? new Uri($"http://127.0.0.1:{management}/") : null;
    }

    /// <summary>The folder of the broker's configuration, password, data and log.</summary>
    public string Folder { get; }

    /// <summary>The AMQP port on 127.0.0.1; it stays through restarts.</summary>
    public int Port { get; }

    /// <summary>The user, an administrator of the virtual host "/".</summary>
    public string UserName { get; }

    /// <summary>The user's password.</summary>
    public string Password { get; }

    /// <summary>Address, user, password and virtual host "/", as AMQP clients take them.</summary>
    public Uri AmqpUri { get; }

    /// <summary>The management API and page, for the same user; null unless asked for.</summary>
    public Uri? ManagementUri { get; }

    /// <summary>The process id of the broker.</summary>
    public int ProcessId => server.ProcessId;

    /// <summary>Whether the broker runs.</summary>
    public bool IsRunning => server.IsRunning;

    /// <summary>Starts a broker and waits until it accepts connections.</summary>
    /// <exception cref="ServerMissingException">RabbitMQ is not installed.</exception>
    /// <exception cref="ServerStartException">The broker did not start.</exception>
    public static async Task<PrivateRabbitMq> StartAsync(PrivateRabbitMqOptions options, CancellationToken cancel = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await StartOnceAsync(options, cancel);
            }
            catch (ServerStartException e) when (e.PortTaken && attempt < PortAttempts)
            {
                // Another program was quicker between the choice of the ports and their use.
            }
        }
    }

    /// <summary>
    /// Ends the broker with SIGKILL, as a crash would. RabbitMQ 3.10 writes a new quorum queue's name to disk half a second late: a
    /// queue younger than that, and what it confirmed, does not survive.
    /// </summary>
    public Task KillAsync(CancellationToken cancel = default) => server.KillAsync(cancel);

    /// <summary>Stops the broker in order; <see cref="RestartAsync"/> starts it again.</summary>
    public Task StopAsync(CancellationToken cancel = default) => server.StopAsync(cancel);

    /// <summary>Starts the broker again on the same folder and port, after stopping it where it runs.</summary>
    /// <exception cref="ServerStartException">The broker did not start.</exception>
    public Task RestartAsync(CancellationToken cancel = default) => server.StartAsync(cancel);

    /// <summary>Stops the broker and removes a throw-away folder.</summary>
    public ValueTask DisposeAsync() => server.DisposeAsync();

    private static async Task<PrivateRabbitMq> StartOnceAsync(PrivateRabbitMqOptions options, CancellationToken cancel)
    {
        var program = InstalledPrograms.OfThisMachine.RabbitMq();
        var folder = ServerFolder.Choose(options.Folder, options.Throwaway, "rabbitmq", ServiceAccount.For("rabbitmq"));
        var settings = new RabbitMqSettings
        {
            Port = options.Port ?? FreePort.Next(),
            DistributionPort = FreePort.Next(),
            ManagementPort = options.Management ? FreePort.Next() : null,
            MemoryLimit = options.MemoryLimit,
            QuickStart = options.QuickStart,
            Password = await Secret.OfAsync(folder, cancel),
        };
        var plan = new GuardedServerPlan
        {
            Server = "RabbitMQ",
            Folder = folder,
            Throwaway = options.Throwaway,
            StopSignal = options.Throwaway ? "KILL" : "TERM",
            Command = [program],
            Files = settings.Files,
            Environment = settings.Environment(folder),
            IsReady = (_, token) => AnswersAsync(settings.Port, token),
            StartTimeout = options.StartTimeout,
        };
        return new PrivateRabbitMq(await GuardedServer.StartAsync(plan, cancel), folder.Path, settings);
    }

    /// <summary>An open port is not enough: the broker must greet in its protocol.</summary>
    private static async Task<bool> AnswersAsync(int port, CancellationToken cancel)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        deadline.CancelAfter(HandshakeTimeout);
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), deadline.Token);
            await socket.SendAsync(ProtocolHeader, deadline.Token);
            return await socket.ReceiveAsync(new byte[1], deadline.Token) == 1;
        }
        catch (Exception e) when (e is SocketException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return false;
        }
    }
}
