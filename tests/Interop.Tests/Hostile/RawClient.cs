using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Net.Client;

namespace Parley.Interop.Tests.Hostile;

/// <summary>Calls methods with bytes of its own, which need not be a message.</summary>
internal sealed class RawClient(GrpcChannel channel)
{
    private static readonly Marshaller<byte[]> Bytes = new(b => b, b => b);

    /// <summary>What became of a call, in a line: <c>OK</c>, or a status with what its details name.</summary>
    public async Task<string> OutcomeAsync(MethodDescriptor method, byte[] request, byte[] goodRequest)
    {
        try
        {
            return await CallAsync(method, request, goodRequest);
        }
        catch (RpcException e)
        {
            return Outcome.Of(e);
        }
    }

    private Task<string> CallAsync(MethodDescriptor method, byte[] request, byte[] goodRequest) => (method.IsClientStreaming, method.IsServerStreaming) switch
    {
        (false, false) => UnaryAsync(method, request),
        (false, true) => FirstAnswerAsync(method, request),
        (true, true) => WithNeighbourAsync(method, request, goodRequest),
        (true, false) => throw new InvalidOperationException($"{method.FullName} is the first method that streams to the service only: teach this client how."),
    };

    private async Task<string> UnaryAsync(MethodDescriptor method, byte[] request)
    {
        await channel.CreateCallInvoker().AsyncUnaryCall(Raw(method, MethodType.Unary), null, Options(), request).ResponseAsync;
        return Outcome.Ok;
    }

    private async Task<string> FirstAnswerAsync(MethodDescriptor method, byte[] request)
    {
        using var call = channel.CreateCallInvoker().AsyncServerStreamingCall(Raw(method, MethodType.ServerStreaming), null, Options(), request);
        return await call.ResponseStream.MoveNext(CancellationToken.None) ? Outcome.Ok : "ended";
    }

    /// <summary>The bad request and a good one behind it, which must be taken whatever the first is.</summary>
    private async Task<string> WithNeighbourAsync(MethodDescriptor method, byte[] request, byte[] goodRequest)
    {
        using var call = channel.CreateCallInvoker().AsyncDuplexStreamingCall(Raw(method, MethodType.DuplexStreaming), null, Options());
        try
        {
            await call.RequestStream.WriteAsync(request);
            await call.RequestStream.WriteAsync(goodRequest);
            await call.RequestStream.CompleteAsync();
        }
        catch (RpcException)
        {
            // The service has ended the call already; the answers say why.
        }

        var answers = new List<IMessage>();
        try
        {
            await foreach (var answer in call.ResponseStream.ReadAllAsync())
                answers.Add(method.OutputType.Parser.ParseFrom(answer));
        }
        catch (RpcException e)
        {
            return $"ended by {Outcome.Of(e)}";
        }

        answers.Select(a => Value(a, "index")).ShouldBe([0L, 1L]);
        Value(answers[1], "error").ShouldBeNull("a good request behind a bad one was not taken");
        return Value(answers[0], "error") is IMessage error
            ? $"{Outcome.Name((StatusCode)(int)Value(error, "code")!)} {Value(error, "field")}".TrimEnd()
            : Outcome.Ok;
    }

    /// <summary>A field that every method with streams in both directions has in its answers.</summary>
    private static object? Value(IMessage message, string field) => message.Descriptor.FindFieldByName(field).Accessor.GetValue(message);

    private static Method<byte[], byte[]> Raw(MethodDescriptor method, MethodType type) => new(type, method.Service.FullName, method.Name, Bytes, Bytes);

    private static CallOptions Options() => new(deadline: DateTime.UtcNow.AddSeconds(20));
}
