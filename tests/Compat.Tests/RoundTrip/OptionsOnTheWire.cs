using System.Net;
using System.Net.Sockets;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Parley.Compat.Tests.Echoes;

namespace Parley.Compat.Tests.RoundTrip;

public sealed class OptionsOnTheWire
{
    [Fact]
    public async Task A_deadline_that_has_passed_fails_the_call()
    {
        await using var server = await EchoServer.StartAsync();

        var failure = await Should.ThrowAsync<RpcException>(server.Client.SayAsync(
            new EchoMessage(), new CallOptions().WithDeadline(DateTime.UtcNow.AddSeconds(-1))).ResponseAsync);

        failure.StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
    }

    [Fact]
    public async Task A_deadline_in_local_time_is_refused()
    {
        await using var server = await EchoServer.StartAsync();
        var local = new DateTime(2100, 1, 1, 0, 0, 0, DateTimeKind.Local);

        Should.Throw<InvalidOperationException>(() => server.Client.SayAsync(new EchoMessage(), deadline: local));
    }

    [Fact]
    public async Task A_call_without_deadline_has_all_the_time_there_is()
    {
        await using var server = await EchoServer.StartAsync();

        await server.Client.SayAsync(new EchoMessage());

        (await server.Journal.Seen.Task).Deadline.ShouldBe(DateTime.MaxValue);
    }

    [Fact]
    public async Task A_token_that_is_cancelled_already_cancels_the_call()
    {
        await using var server = await EchoServer.StartAsync();

        var failure = await Should.ThrowAsync<RpcException>(server.Client.SayAsync(
            new EchoMessage(), new CallOptions().WithCancellationToken(new CancellationToken(canceled: true))).ResponseAsync);

        failure.StatusCode.ShouldBe(StatusCode.Cancelled);
    }

    [Fact]
    public async Task A_call_that_waits_for_readiness_outlasts_a_server_that_is_not_up_yet()
    {
        var port = FreePort();
        using var channel = GrpcChannel.ForAddress($"http://127.0.0.1:{port}");
        var client = new Echo.EchoClient(channel);
        var impatient = client.SayAsync(new EchoMessage()).ResponseAsync;
        using var patient = client.SayAsync(
            new EchoMessage { Text = "truce" }, new CallOptions(deadline: DateTime.UtcNow.AddSeconds(30)).WithWaitForReady());

        (await Should.ThrowAsync<RpcException>(impatient)).StatusCode.ShouldBe(StatusCode.Unavailable);
        await using var server = await EchoServer.StartAsync(port: port);

        (await patient).Text.ShouldBe("truce");
    }

    [Fact]
    public async Task Headers_that_cannot_be_changed_can_be_sent()
    {
        await using var server = await EchoServer.StartAsync();

        (await server.Client.SayAsync(new EchoMessage { Text = "truce" }, Metadata.Empty)).Text.ShouldBe("truce");
    }

    [Fact]
    public async Task A_value_outside_ASCII_does_not_leave_the_client()
    {
        await using var server = await EchoServer.StartAsync();

        var failure = await Should.ThrowAsync<RpcException>(server.Client.SayAsync(
            new EchoMessage(), new Metadata { { "x-word", "ateşkes" } }).ResponseAsync);

        failure.InnerException.ShouldNotBeNull();
        server.Journal.Seen.Task.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task The_published_client_calls_its_channels_host_whatever_host_a_call_names()
    {
        await using var server = await EchoServer.StartAsync();

        await server.Client.WithHost("parley.example").SayAsync(new EchoMessage());

        (await server.Journal.Seen.Task).Host.ShouldBe(server.Channel.Target);
    }

    [Fact]
    public async Task A_marshaller_of_arrays_works_on_the_wire()
    {
        await using var server = await EchoServer.StartAsync();
        var bytes = Marshallers.Create<byte[]>(message => message, message => message);
        var method = new Method<byte[], byte[]>(MethodType.Unary, "compat.tests.Echo", "Say", bytes, bytes);
        var request = new EchoMessage { Text = "truce", Count = 3 };

        var reply = await server.Channel.CreateCallInvoker().AsyncUnaryCall(method, null, default, request.ToByteArray());

        EchoMessage.Parser.ParseFrom(reply).ShouldBe(request);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
