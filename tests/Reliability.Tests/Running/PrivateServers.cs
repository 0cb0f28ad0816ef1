using System.Text;
using Parley.Contracts.Messages;
using Parley.LocalServers;
using Parley.Tests;

namespace Parley.Reliability.Tests.Running;

/// <summary>A PostgreSQL and a RabbitMQ that the tests may kill.</summary>
internal sealed class PrivateServers : IAsyncDisposable
{
    private readonly PrivatePostgres _postgres;
    private readonly PrivateRabbitMq _rabbit;

    private PrivateServers(PrivatePostgres postgres, PrivateRabbitMq rabbit) => (_postgres, _rabbit) = (postgres, rabbit);

    public PrivatePostgres Postgres => _postgres;

    public PrivateRabbitMq Rabbit => _rabbit;

    public Broker Broker => new(_rabbit.AmqpUri, _rabbit.ManagementUri!);

    public static async Task<PrivateServers> StartAsync()
    {
        // A throw-away server confirms commits before they are in its log, and would forget them when killed. The log need not be forced to the disk:
        // the tests kill processes, not the machine.
        var postgres = PrivatePostgres.StartAsync(new() { Settings = new Dictionary<string, string> { ["synchronous_commit"] = "on" } });
        var rabbit = await PrivateRabbitMq.StartAsync(new() { Management = true });
        return new PrivateServers(await postgres, rabbit);
    }

    /// <summary>
    /// Waits until a virtual host's queues outlive a kill. RabbitMQ 3.10 writes the names of new quorum queues half a second late, later still where the
    /// machine is busy, and does not find a queue again, nor what was in it, whose name it never wrote.
    /// </summary>
    public Task QueuesAreOnDiskAsync(string virtualHost)
    {
        var names = Queues.Of.Values.SelectMany(queues => queues).SelectMany(queue => new[] { queue, $"{queue}.dead-letter" }).Select(queue => $"{virtualHost}_{queue}").ToList();
        return Eventually.BeAsync("", "names of queues that the broker has yet to write", () => Task.FromResult(string.Join(", ", names.Except(NamesWritten(names)))));
    }

    public async ValueTask DisposeAsync()
    {
        await _rabbit.DisposeAsync();
        await _postgres.DisposeAsync();
    }

    private IEnumerable<string> NamesWritten(IReadOnlyList<string> names)
    {
        var written = string.Concat(Directory.EnumerateFiles(_rabbit.Folder, "names.dets", SearchOption.AllDirectories).Select(ReadShared));
        return names.Where(name => written.Contains(name, StringComparison.Ordinal));
    }

    /// <summary>Of a file that the broker has open, each byte a character.</summary>
    private static string ReadShared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file, Encoding.Latin1);
        return reader.ReadToEnd();
    }
}
