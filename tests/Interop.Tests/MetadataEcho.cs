using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Parley.Interop.Tests;

/// <summary>Sends what it gets under <c>parley-echo</c> back, as header and as trailer, and says how the request was compressed.</summary>
internal sealed class MetadataEcho : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        var headers = new Metadata { { "parley-request-encoding", context.GetHttpContext().Request.Headers.GrpcEncoding.ToString() } };
        foreach (var entry in context.RequestHeaders.Where(e => e.Key.StartsWith("parley-echo", StringComparison.Ordinal)))
        {
            headers.Add(entry);
            context.ResponseTrailers.Add(entry);
        }

        await context.WriteResponseHeadersAsync(headers);
        return await continuation(request, context);
    }
}
