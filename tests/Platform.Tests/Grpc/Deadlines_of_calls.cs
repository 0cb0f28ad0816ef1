using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Parley.Platform.Grpc;
using Parley.Platform.Hosting;

namespace Parley.Platform.Tests.Grpc;

public sealed class Deadlines_of_calls
{
    [Fact]
    public async Task A_unary_call_without_a_deadline_gets_the_default_one() => (await TimeoutAsync(Method(MethodType.Unary), given: null)).ShouldBe("7S");

    [Fact]
    public async Task A_deadline_that_the_caller_set_stays() => (await TimeoutAsync(Method(MethodType.Unary), given: "90S")).ShouldBe("90S");

    [Theory]
    [InlineData(MethodType.ClientStreaming)]
    [InlineData(MethodType.ServerStreaming)]
    [InlineData(MethodType.DuplexStreaming)]
    public async Task A_stream_may_stay(MethodType kind) => (await TimeoutAsync(Method(kind), given: null)).ShouldBe("");

    [Fact]
    public async Task What_is_no_gRPC_has_none() => (await TimeoutAsync(new Endpoint(null, EndpointMetadataCollection.Empty, "page"), given: null)).ShouldBe("");

    [Fact]
    public async Task What_is_mapped_nowhere_has_none() => (await TimeoutAsync(endpoint: null, given: null)).ShouldBe("");

    private static async Task<string> TimeoutAsync(Endpoint? endpoint, string? given)
    {
        var context = new DefaultHttpContext();
        context.SetEndpoint(endpoint);
        if (given is not null)
            context.Request.Headers["grpc-timeout"] = given;
        string? seen = null;

        await new DefaultDeadline(
            c =>
            {
                seen = c.Request.Headers["grpc-timeout"];
                return Task.CompletedTask;
            },
            new GrpcOptions { DefaultDeadlineSeconds = 7 }).InvokeAsync(context);

        return seen ?? "";
    }

    private static Endpoint Method(MethodType kind)
    {
        var bytes = new Marshaller<byte[]>(b => b, b => b);
        var metadata = new GrpcMethodMetadata(typeof(Deadlines_of_calls), new Method<byte[], byte[]>(kind, "platform.tests.NoteBook", "Take", bytes, bytes));
        return new Endpoint(null, new EndpointMetadataCollection(metadata), "method");
    }
}
