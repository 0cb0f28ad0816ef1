using System.Net;
using System.Net.Sockets;

namespace Parley.Reliability.Tests.Running;

/// <summary>
/// A TCP relay in front of a server. It can hold back what clients send, so that a fault falls at a known place: between a commit and the word of it,
/// or with a known part of a stream still to come. What servers answer always passes.
/// </summary>
internal sealed class Gate : IAsyncDisposable
{
    private readonly Lock _lock = new();
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly int _server;
    private readonly Task _accepting;
    private readonly HashSet<CancellationTokenSource> _connections = [];
    private TaskCompletionSource _raised = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _allowance = long.MaxValue;

    private Gate(int server)
    {
        _server = server;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    /// <summary>Where clients connect to, on the loopback interface.</summary>
    public int Port { get; }

    /// <summary>Opens one in front of a port of the loopback interface; whether the server is there matters when a client comes.</summary>
    public static Gate To(int server) => new(server);

    /// <summary>Lets everything through.</summary>
    public void Open() => Allow(long.MaxValue);

    /// <summary>Holds back whatever clients send from now on.</summary>
    public void Hold() => Allow(0);

    /// <summary>Lets so many bytes through from now on, and holds back the rest.</summary>
    public void LetThrough(long bytes) => Allow(bytes);

    /// <summary>Breaks every connection; what was held back is lost.</summary>
    public void Cut()
    {
        // Under the lock no connection ends by itself, and cancelling elsewhere nothing waits for it here.
        lock (_lock)
        {
            foreach (var connection in _connections)
                _ = connection.CancelAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _closing.Dispose();
    }

    private void Allow(long bytes)
    {
        TaskCompletionSource raised;
        lock (_lock)
        {
            _allowance = bytes;
            (raised, _raised) = (_raised, new(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        raised.SetResult();
    }

    /// <returns>How many of the bytes may pass now; never none.</returns>
    private async Task<int> TakeAsync(int wanted, CancellationToken cancellation)
    {
        while (true)
        {
            Task raised;
            lock (_lock)
            {
                var taken = (int)Math.Min(wanted, _allowance);
                if (taken > 0)
                {
                    _allowance -= _allowance == long.MaxValue ? 0 : taken;
                    return taken;
                }

                raised = _raised.Task;
            }

            await raised.WaitAsync(cancellation);
        }
    }

    private async Task AcceptAsync()
    {
        while (!_closing.IsCancellationRequested)
        {
            try
            {
                var client = await _listener.AcceptSocketAsync(_closing.Token);
                _ = RelayAsync(client);
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException)
            {
                // The gate is closing, or a client was gone before it was let in.
            }
        }
    }

    private async Task RelayAsync(Socket client)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(_closing.Token);
        lock (_lock)
            _connections.Add(over);
        using (client)
        using (var server = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp))
        {
            try
            {
                await server.ConnectAsync(IPAddress.Loopback, _server, over.Token);
                client.NoDelay = server.NoDelay = true;
                await Task.WhenAny(PumpAsync(client, server, isHeld: true, over.Token), PumpAsync(server, client, isHeld: false, over.Token));
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException)
            {
                // No server, so no connection either.
            }

            lock (_lock)
                _connections.Remove(over);
            await over.CancelAsync();
        }
    }

    private async Task PumpAsync(Socket from, Socket to, bool isHeld, CancellationToken over)
    {
        try
        {
            var buffer = new byte[16 * 1024];
            while (await from.ReceiveAsync(buffer, over) is > 0 and var read)
            {
                for (var at = 0; at < read;)
                {
                    var passing = isHeld ? await TakeAsync(read - at, over) : read - at;
                    await to.SendAsync(buffer.AsMemory(at, passing), over);
                    at += passing;
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Either end is gone; the other is told by the end of its connection.
        }
    }
}
