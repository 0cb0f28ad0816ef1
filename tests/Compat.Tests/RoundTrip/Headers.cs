using Grpc.Core;
using Parley.Compat.Tests.Echoes;

namespace Parley.Compat.Tests.RoundTrip;

public sealed class Headers
{
    [Fact]
    public async Task Text_and_bytes_come_back_as_headers_and_as_trailers()
    {
        await using var server = await EchoServer.StartAsync();
        var sent = new Metadata { { "X-Word", "ceasefire" }, { "x-bytes-bin", [0, 127, 128, 255] } };

        using var call = server.Client.SayAsync(new EchoMessage(), sent);
        await call;

        foreach (var returned in (Metadata[])[await call.ResponseHeadersAsync, call.GetTrailers()])
        {
            returned.GetValue("x-word").ShouldBe("ceasefire");
            returned.GetValueBytes("x-bytes-bin").ShouldBe([0, 127, 128, 255]);
        }
    }

    [Fact]
    public async Task The_values_of_a_repeated_key_arrive_in_order()
    {
        await using var server = await EchoServer.StartAsync();
        var sent = new Metadata { { "x-word", "one" }, { "x-word", "two" } };

        using var call = server.Client.SayAsync(new EchoMessage(), sent);
        var returned = await call.ResponseHeadersAsync;

        // HTTP lets any hop join the values of a key with commas, and HttpClient does.
        string.Join(", ", returned.GetAll("x-word").Select(entry => entry.Value)).ShouldBe("one, two");
    }

    [Fact]
    public async Task The_server_sees_method_host_and_peer()
    {
        await using var server = await EchoServer.StartAsync();

        await server.Client.SayAsync(new EchoMessage());

        var seen = await server.Journal.Seen.Task;
        seen.Method.ShouldBe("/compat.tests.Echo/Say");
        seen.Host.ShouldBe(server.Channel.Target);
        seen.Peer.ShouldStartWith("ipv4:127.0.0.1:");
    }

    [Fact]
    public async Task Call_credentials_add_their_headers()
    {
        await using var server = await EchoServer.StartAsync(
            configureChannel: options => options.UnsafeUseInsecureChannelCallCredentials = true);
        var credentials = CallCredentials.Compose(
            CallCredentials.FromInterceptor((_, metadata) => Add(metadata, "authorization", "Bearer key")),
            CallCredentials.FromInterceptor((context, metadata) => Add(metadata, "x-method", context.MethodName)));

        await server.Client.SayAsync(new EchoMessage(), new CallOptions(credentials: credentials));

        var seen = await server.Journal.Seen.Task;
        seen.Headers.Single(header => header.Key == "authorization").Value.ShouldBe("Bearer key");
        seen.Headers.Single(header => header.Key == "x-method").Value.ShouldBe("Say");
    }

    private static Task Add(Metadata metadata, string key, string value)
    {
        metadata.Add(key, value);
        return Task.CompletedTask;
    }
}
