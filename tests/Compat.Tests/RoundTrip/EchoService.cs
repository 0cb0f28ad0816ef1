using Grpc.Core;
using Parley.Compat.Tests.Echoes;

namespace Parley.Compat.Tests.RoundTrip;

internal sealed class EchoService(EchoJournal journal) : Echo.EchoBase
{
    public override async Task<EchoMessage> Say(EchoMessage request, ServerCallContext context)
    {
        journal.Record(context);
        await ReturnHeadersAsync(context);
        return request;
    }

    public override Task<EchoMessage> Fail(EchoMessage request, ServerCallContext context) => throw new RpcException(
        new Status(StatusCode.NotFound, request.Text),
        new Metadata { { "reason", request.Text }, { "proof-bin", request.Payload.ToByteArray() } });

    public override async Task<EchoMessage> Wait(EchoMessage request, ServerCallContext context)
    {
        journal.Record(context);
        await Task.Delay(Timeout.Infinite, context.CancellationToken);
        return request;
    }

    public override async Task Spread(EchoMessage request, IServerStreamWriter<EchoMessage> responseStream, ServerCallContext context)
    {
        await ReturnHeadersAsync(context);
        for (var i = 0; i < request.Count; i++)
            await responseStream.WriteAsync(new EchoMessage { Text = request.Text, Count = i }, context.CancellationToken);
        if (request.Text == "fail")
            context.Status = new Status(StatusCode.Aborted, "after the last");
        if (request.Text == "wait")
            await Wait(request, context);
    }

    public override async Task<EchoMessage> Gather(IAsyncStreamReader<EchoMessage> requestStream, ServerCallContext context)
    {
        journal.Record(context);
        await ReturnHeadersAsync(context);
        var texts = new List<string>();
        await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken))
            texts.Add(request.Text);
        return new EchoMessage { Text = string.Join(' ', texts), Count = texts.Count };
    }

    public override async Task Chat(
        IAsyncStreamReader<EchoMessage> requestStream, IServerStreamWriter<EchoMessage> responseStream, ServerCallContext context)
    {
        journal.Record(context);
        await ReturnHeadersAsync(context);
        while (await requestStream.MoveNext())
            await responseStream.WriteAsync(requestStream.Current);
    }

    // What the caller named x-… goes back to it, at the start and at the end.
    private static async Task ReturnHeadersAsync(ServerCallContext context)
    {
        Metadata returned = [.. context.RequestHeaders.Where(header => header.Key.StartsWith("x-", StringComparison.Ordinal))];
        await context.WriteResponseHeadersAsync(returned);
        foreach (var header in returned)
            context.ResponseTrailers.Add(header);
    }
}
