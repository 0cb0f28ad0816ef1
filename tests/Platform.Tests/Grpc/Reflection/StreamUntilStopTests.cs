using Grpc.Core;
using Parley.Platform.Grpc;

namespace Parley.Platform.Tests.Grpc;

public sealed class StreamUntilStopTests
{
    [Fact]
    public async Task A_waiting_reader_hears_UNAVAILABLE_when_the_host_stops()
    {
        using var stopping = new CancellationTokenSource();
        await using var requests = new Endless().ReadUntil(stopping.Token).GetAsyncEnumerator();
        (await requests.MoveNextAsync()).ShouldBeTrue();

        var next = requests.MoveNextAsync();
        await stopping.CancelAsync();

        (await Should.ThrowAsync<RpcException>(next.AsTask())).StatusCode.ShouldBe(StatusCode.Unavailable);
    }

    /// <summary>One request, then silence.</summary>
    private sealed class Endless : IAsyncStreamReader<string>
    {
        private int read;

        public string Current => "request";

        public async Task<bool> MoveNext(CancellationToken cancellationToken)
        {
            if (read++ > 0)
                await Task.Delay(Timeout.Infinite, cancellationToken);
            return true;
        }
    }
}
