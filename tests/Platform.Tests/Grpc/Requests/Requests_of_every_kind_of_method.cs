using Google.Protobuf;
using Grpc.Core;
using Parley.Platform.Grpc;
using Parley.Platform.Tests.Notes;

namespace Parley.Platform.Tests.Grpc.Requests;

public sealed class Requests_of_every_kind_of_method(NoteBookHost host) : IClassFixture<NoteBookHost>
{
    private static readonly byte[] Right = new Note { Text = "Çağla 🕊" }.ToByteArray();
    private static readonly byte[] NoUtf8 = [0x0a, 0x02, 0xc3, 0x28];
    private static readonly byte[] Truncated = [0x0a, 0x7f, 0x41];

    public static TheoryData<string> Kinds { get; } = ["Take", "TakeMany", "Repeat", "RepeatEach"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Are_read_where_they_are_right(string method)
    {
        var answer = Note.Parser.ParseFrom(await CallAsync(method, Right));

        (answer.Inner.Count > 0 ? answer.Inner[0] : answer).Text.ShouldBe("Çağla 🕊");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Are_refused_with_the_field_whose_text_is_none(string method)
    {
        var refusal = await Should.ThrowAsync<RpcException>(() => CallAsync(method, NoUtf8));

        (refusal.StatusCode, GrpcErrors.FirstField(refusal), refusal.Status.Detail).ShouldBe((StatusCode.InvalidArgument, "text", "text is not valid UTF-8"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Are_refused_where_they_are_no_message(string method)
    {
        var refusal = await Should.ThrowAsync<RpcException>(() => CallAsync(method, Truncated));

        (refusal.StatusCode, GrpcErrors.FirstField(refusal)).ShouldBe((StatusCode.InvalidArgument, ""));
        refusal.Status.Detail.ShouldStartWith("the request cannot be read: ");
    }

    private async Task<byte[]> CallAsync(string name, byte[] request)
    {
        var bytes = new Marshaller<byte[]>(b => b, b => b);
        var calls = host.Channel.CreateCallInvoker();
        var type = NoteBook.Descriptor.FindMethodByName(name) switch
        {
            { IsClientStreaming: true, IsServerStreaming: true } => MethodType.DuplexStreaming,
            { IsClientStreaming: true } => MethodType.ClientStreaming,
            { IsServerStreaming: true } => MethodType.ServerStreaming,
            _ => MethodType.Unary,
        };
        var method = new Method<byte[], byte[]>(type, NoteBook.Descriptor.FullName, name, bytes, bytes);
        var options = new CallOptions(deadline: DateTime.UtcNow.AddSeconds(20));
        switch (type)
        {
            case MethodType.Unary:
                return await calls.AsyncUnaryCall(method, null, options, request);
            case MethodType.ServerStreaming:
                return await FirstAsync(calls.AsyncServerStreamingCall(method, null, options, request).ResponseStream);
            case MethodType.ClientStreaming:
                using (var call = calls.AsyncClientStreamingCall(method, null, options))
                {
                    await call.RequestStream.WriteAsync(request);
                    await call.RequestStream.CompleteAsync();
                    return await call.ResponseAsync;
                }

            default:
                using (var call = calls.AsyncDuplexStreamingCall(method, null, options))
                {
                    await call.RequestStream.WriteAsync(request);
                    await call.RequestStream.CompleteAsync();
                    return await FirstAsync(call.ResponseStream);
                }
        }
    }

    private static async Task<byte[]> FirstAsync(IAsyncStreamReader<byte[]> answers) =>
        await answers.MoveNext(CancellationToken.None) ? answers.Current : throw new InvalidOperationException("The stream has ended.");
}
