using System.Runtime.CompilerServices;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace Parley.Platform.Grpc;

/// <summary>
/// Which services of this process are fit to serve, under their full gRPC names; the empty name is the process as a whole
/// and serves from the start. The host sets it, callers read it through <c>grpc.health.v1</c>.
/// </summary>
public sealed class HealthRegistry
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, ServingStatus> statuses =
        new(StringComparer.Ordinal) { [string.Empty] = ServingStatus.Serving };

    private TaskCompletionSource changed = NewSignal();
    private bool stopped;

    /// <summary>Sets the status of a service and tells its watchers; after <see cref="Stop"/> nothing changes any more.</summary>
    public void Set(string service, ServingStatus status)
    {
        ArgumentNullException.ThrowIfNull(service);
        lock (gate)
        {
            if (stopped || (statuses.TryGetValue(service, out var before) && before == status))
                return;
            statuses[service] = status;
            Signal();
        }
    }

    /// <summary>Says of every service that it no longer serves, and ends the streams of all watchers.</summary>
    public void Stop()
    {
        lock (gate)
        {
            if (stopped)
                return;
            stopped = true;
            foreach (var service in statuses.Keys.ToList())
                statuses[service] = ServingStatus.NotServing;
            Signal();
        }
    }

    /// <summary>The status of a service, or null where it is not known.</summary>
    public ServingStatus? Find(string service)
    {
        lock (gate)
            return statuses.TryGetValue(service, out var status) ? status : null;
    }

    /// <summary>Every service with its status, ordered by name.</summary>
    public IReadOnlyList<KeyValuePair<string, ServingStatus>> All()
    {
        lock (gate)
            return [.. statuses];
    }

    /// <summary>
    /// The status of a service now and after each change, until <see cref="Stop"/>. A slow reader skips what has passed in
    /// between and always gets the latest.
    /// </summary>
    public async IAsyncEnumerable<ServingStatus> Watch(
        string service, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ServingStatus? told = null;
        while (true)
        {
            ServingStatus status;
            Task next;
            bool last;
            lock (gate)
            {
                status = statuses.TryGetValue(service, out var known) ? known : ServingStatus.ServiceUnknown;
                next = changed.Task;
                last = stopped;
            }

            if (status != told)
                yield return status;
            told = status;
            if (last)
                yield break;
            await next.WaitAsync(cancellationToken);
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Signal()
    {
        var before = changed;
        changed = NewSignal();
        before.SetResult();
    }
}
