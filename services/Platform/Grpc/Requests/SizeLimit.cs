using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Parley.Platform.Hosting;

namespace Parley.Platform.Grpc;

/// <summary>
/// Says to the caller of a message that is too large how large it may be. gRPC refuses it before any method or interceptor sees it, so this
/// stands before gRPC as middleware and completes the trailers that it has written.
/// </summary>
internal sealed class SizeLimit(RequestDelegate next, GrpcOptions options)
{
    private const string StatusTrailer = "grpc-status";
    private const string MessageTrailer = "grpc-message";
    private const string Exhausted = "8";

    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);

        var trailers = context.Response.HasStarted ? context.Features.Get<IHttpResponseTrailersFeature>()?.Trailers : context.Response.Headers;
        if (trailers is null || trailers.IsReadOnly || trailers[StatusTrailer] != Exhausted || trailers.ContainsKey(GrpcErrors.DetailsTrailer))
            return;
        var error = GrpcErrors.TooLarge(options.MaxMessageBytes);
        trailers[MessageTrailer] = error.Status.Detail;
        trailers[GrpcErrors.DetailsTrailer] = Convert.ToBase64String(error.Trailers.GetValueBytes(GrpcErrors.DetailsTrailer)!);
    }
}
