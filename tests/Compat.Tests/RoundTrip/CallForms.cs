using Grpc.Core;
using Parley.Compat.Tests.Echoes;

namespace Parley.Compat.Tests.RoundTrip;

public sealed class CallForms
{
    [Fact]
    public async Task A_unary_call_brings_the_response()
    {
        await using var server = await EchoServer.StartAsync();

        var reply = await server.Client.SayAsync(new EchoMessage { Text = "truce" });

        reply.Text.ShouldBe("truce");
    }

    [Fact]
    public async Task A_blocking_unary_call_brings_the_response()
    {
        await using var server = await EchoServer.StartAsync();

        server.Client.Say(new EchoMessage { Text = "truce" }).Text.ShouldBe("truce");
    }

    [Fact]
    public async Task A_unary_call_ends_in_OK()
    {
        await using var server = await EchoServer.StartAsync();

        using var call = server.Client.SayAsync(new EchoMessage { Text = "truce" });
        await call.ConfigureAwait(false);

        call.GetStatus().ShouldBe(Status.DefaultSuccess);
    }

    [Fact]
    public async Task A_server_streaming_call_brings_every_response_in_order()
    {
        await using var server = await EchoServer.StartAsync();

        using var call = server.Client.Spread(new EchoMessage { Count = 1000 });
        var counts = new List<int>();
        await foreach (var reply in call.ResponseStream.ReadAllAsync())
            counts.Add(reply.Count);

        counts.ShouldBe(Enumerable.Range(0, 1000));
    }

    [Fact]
    public async Task A_client_streaming_call_brings_every_request()
    {
        await using var server = await EchoServer.StartAsync();

        using var call = server.Client.Gather();
        foreach (var text in (string[])["talks", "in", "Cairo"])
            await call.RequestStream.WriteAsync(new EchoMessage { Text = text });
        await call.RequestStream.CompleteAsync();
        var reply = await call;

        reply.Text.ShouldBe("talks in Cairo");
    }

    [Fact]
    public async Task A_duplex_call_answers_each_request_while_the_stream_is_open()
    {
        await using var server = await EchoServer.StartAsync();

        using var call = server.Client.Chat();
        foreach (var text in (string[])["first", "second"])
        {
            await call.RequestStream.WriteAsync(new EchoMessage { Text = text });
            (await call.ResponseStream.MoveNext()).ShouldBeTrue();
            call.ResponseStream.Current.Text.ShouldBe(text);
        }

        await call.RequestStream.CompleteAsync();
        (await call.ResponseStream.MoveNext()).ShouldBeFalse();
    }

    [Fact]
    public async Task Many_calls_at_once_share_the_channel()
    {
        await using var server = await EchoServer.StartAsync();

        var replies = await Task.WhenAll(
            Enumerable.Range(0, 200).Select(i => server.Client.SayAsync(new EchoMessage { Count = i }).ResponseAsync));

        replies.Select(reply => reply.Count).ShouldBe(Enumerable.Range(0, 200));
    }
}
