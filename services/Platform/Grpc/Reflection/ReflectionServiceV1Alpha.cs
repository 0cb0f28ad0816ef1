using Google.Protobuf;
using Grpc.Core;
using Grpc.Reflection.V1Alpha;
using Microsoft.Extensions.Hosting;
using Current = Grpc.Reflection.V1;

namespace Parley.Platform.Grpc;

/// <summary>Answers <c>grpc.reflection.v1alpha</c>, which older tools ask for.</summary>
internal sealed class ReflectionServiceV1Alpha(ReflectionAnswers answers, IHostApplicationLifetime lifetime)
    : ServerReflection.ServerReflectionBase
{
    public override async Task ServerReflectionInfo(
        IAsyncStreamReader<ServerReflectionRequest> requestStream,
        IServerStreamWriter<ServerReflectionResponse> responseStream,
        ServerCallContext context)
    {
        // v1 is v1alpha under another name: the bytes are the same.
        await foreach (var request in requestStream.ReadUntil(lifetime.ApplicationStopping))
        {
            var answer = answers.Answer(Current.ServerReflectionRequest.Parser.ParseFrom(request.ToByteString()));
            await responseStream.WriteAsync(
                ServerReflectionResponse.Parser.ParseFrom(answer.ToByteString()), context.CancellationToken);
        }
    }
}
