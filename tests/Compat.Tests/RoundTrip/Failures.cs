using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Parley.Compat.Tests.Echoes;

namespace Parley.Compat.Tests.RoundTrip;

public sealed class Failures
{
    [Fact]
    public async Task A_thrown_status_reaches_the_caller_with_its_trailers()
    {
        await using var server = await EchoServer.StartAsync();

        var failure = await Should.ThrowAsync<RpcException>(server.Client.FailAsync(
            new EchoMessage { Text = "no such entry", Payload = ByteString.CopyFrom(0, 1, 255) }).ResponseAsync);

        failure.StatusCode.ShouldBe(StatusCode.NotFound);
        failure.Status.Detail.ShouldBe("no such entry");
        failure.Trailers.GetValue("reason").ShouldBe("no such entry");
        failure.Trailers.GetValueBytes("proof-bin").ShouldBe([0, 1, 255]);
    }

    [Fact]
    public async Task A_failed_call_keeps_its_status_and_trailers()
    {
        await using var server = await EchoServer.StartAsync();

        using var call = server.Client.FailAsync(new EchoMessage { Text = "gone" });
        await Should.ThrowAsync<RpcException>(call.ResponseAsync);

        call.GetStatus().StatusCode.ShouldBe(StatusCode.NotFound);
        call.GetTrailers().GetValue("reason").ShouldBe("gone");
    }

    [Fact]
    public async Task A_stream_can_fail_after_its_messages()
    {
        await using var server = await EchoServer.StartAsync();

        using var call = server.Client.Spread(new EchoMessage { Text = "fail", Count = 2 });
        (await call.ResponseStream.MoveNext()).ShouldBeTrue();
        (await call.ResponseStream.MoveNext()).ShouldBeTrue();
        var failure = await Should.ThrowAsync<RpcException>(call.ResponseStream.MoveNext());

        failure.Status.ShouldBe(new Status(StatusCode.Aborted, "after the last"));
    }

    [Fact]
    public async Task A_passed_deadline_ends_the_call_and_the_server_hears_of_it()
    {
        await using var server = await EchoServer.StartAsync();

        var failure = await Should.ThrowAsync<RpcException>(server.Client.WaitAsync(
            new EchoMessage(), deadline: DateTime.UtcNow.AddMilliseconds(300)).ResponseAsync);

        failure.StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
        await server.Journal.Cancelled.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task The_server_sees_the_deadline()
    {
        await using var server = await EchoServer.StartAsync();
        var deadline = DateTime.UtcNow.AddSeconds(30);

        await server.Client.SayAsync(new EchoMessage(), deadline: deadline);

        (await server.Journal.Seen.Task).Deadline.ShouldBe(deadline, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_cancelled_call_ends_on_both_sides()
    {
        await using var server = await EchoServer.StartAsync();
        using var cancel = new CancellationTokenSource();

        var call = server.Client.WaitAsync(new EchoMessage(), cancellationToken: cancel.Token).ResponseAsync;
        await server.Journal.Seen.Task;
        await cancel.CancelAsync();

        (await Should.ThrowAsync<RpcException>(call)).StatusCode.ShouldBe(StatusCode.Cancelled);
        await server.Journal.Cancelled.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Disposing_of_a_call_cancels_it()
    {
        await using var server = await EchoServer.StartAsync();

        var call = server.Client.Spread(new EchoMessage { Text = "wait", Count = 1 });
        (await call.ResponseStream.MoveNext()).ShouldBeTrue();
        call.Dispose();

        await server.Journal.Cancelled.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_message_above_the_servers_limit_is_refused()
    {
        await using var server = await EchoServer.StartAsync(options => options.MaxReceiveMessageSize = 1000);

        var failure = await Should.ThrowAsync<RpcException>(server.Client.SayAsync(
            new EchoMessage { Payload = ByteString.CopyFrom(new byte[2000]) }).ResponseAsync);

        failure.StatusCode.ShouldBe(StatusCode.ResourceExhausted);
    }

    [Fact]
    public async Task A_message_above_the_clients_limit_is_refused()
    {
        await using var server = await EchoServer.StartAsync(configureChannel: options => options.MaxReceiveMessageSize = 1000);

        var failure = await Should.ThrowAsync<RpcException>(server.Client.SayAsync(
            new EchoMessage { Payload = ByteString.CopyFrom(new byte[2000]) }).ResponseAsync);

        failure.StatusCode.ShouldBe(StatusCode.ResourceExhausted);
    }

    [Fact]
    public async Task A_server_that_is_gone_is_unavailable()
    {
        var server = await EchoServer.StartAsync();
        var address = server.Channel.Target;
        await server.DisposeAsync();
        using var channel = GrpcChannel.ForAddress("http://" + address);

        var failure = await Should.ThrowAsync<RpcException>(
            new Echo.EchoClient(channel).SayAsync(new EchoMessage()).ResponseAsync);

        failure.StatusCode.ShouldBe(StatusCode.Unavailable);
        failure.InnerException.ShouldNotBeNull();
    }
}
