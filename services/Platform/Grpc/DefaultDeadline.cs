using System.Globalization;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Parley.Platform.Hosting;

namespace Parley.Platform.Grpc;

/// <summary>
/// Gives calls without a deadline one, so that none waits for ever for a database that is gone. It stands before gRPC as middleware because
/// there a deadline is a header; streams of answers have none, for they are meant to stay.
/// </summary>
internal sealed class DefaultDeadline(RequestDelegate next, GrpcOptions options)
{
    private const string Header = "grpc-timeout";

    private readonly string _timeout = options.DefaultDeadlineSeconds.ToString(CultureInfo.InvariantCulture) + "S";

    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<GrpcMethodMetadata>() is { Method.Type: MethodType.Unary }
            && !context.Request.Headers.ContainsKey(Header))
        {
            context.Request.Headers[Header] = _timeout;
        }

        return next(context);
    }
}
