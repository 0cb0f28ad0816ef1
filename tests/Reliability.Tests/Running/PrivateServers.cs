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
    /// Waits until the queues outlive a kill. RabbitMQ 3.10 writes the names of new quorum queues half a second late, and does not find a queue again
    /// whose name it never wrote.
    /// </summary>
    public async Task QueuesAreOnDiskAsync()
    {
        var declared = DateTime.UtcNow;
        await Eventually.SeeAsync("the names of the queues on the broker's disk", () => Task.FromResult(NamesWritten()), written => written > declared);
    }

    public async ValueTask DisposeAsync()
    {
        await _rabbit.DisposeAsync();
        await _postgres.DisposeAsync();
    }

    private DateTime NamesWritten() =>
        Directory.EnumerateFiles(_rabbit.Folder, "names.dets", SearchOption.AllDirectories).Select(File.GetLastWriteTimeUtc).DefaultIfEmpty().Max();
}
