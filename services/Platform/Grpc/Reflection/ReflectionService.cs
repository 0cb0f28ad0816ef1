using Grpc.Core;
using Grpc.Reflection.V1;
using Microsoft.Extensions.Hosting;

namespace Parley.Platform.Grpc;

/// <summary>Answers <c>grpc.reflection.v1</c>.</summary>
internal sealed class ReflectionService(ReflectionAnswers answers, IHostApplicationLifetime lifetime)
    : ServerReflection.ServerReflectionBase
{
    public override async Task ServerReflectionInfo(
        IAsyncStreamReader<ServerReflectionRequest> requestStream,
        IServerStreamWriter<ServerReflectionResponse> responseStream,
        ServerCallContext context)
    {
        await foreach (var request in requestStream.ReadUntil(lifetime.ApplicationStopping))
            await responseStream.WriteAsync(answers.Answer(request), context.CancellationToken);
    }
}
