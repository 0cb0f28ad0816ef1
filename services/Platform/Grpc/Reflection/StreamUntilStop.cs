using System.Runtime.CompilerServices;
using Grpc.Core;

namespace Parley.Platform.Grpc;

/// <summary>Reading requests for as long as the host runs: an idle caller must not hold up its end.</summary>
internal static class StreamUntilStop
{
    /// <summary>Every request until the caller completes the stream; <see cref="StatusCode.Unavailable"/> when the host stops.</summary>
    public static async IAsyncEnumerable<T> ReadUntil<T>(
        this IAsyncStreamReader<T> requests,
        CancellationToken stopping,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        while (true)
        {
            bool found;
            try
            {
                found = await requests.MoveNext(cancellationToken).WaitAsync(stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                throw new RpcException(new Status(StatusCode.Unavailable, "The server is stopping."));
            }

            if (!found)
                yield break;
            yield return requests.Current;
        }
    }
}
