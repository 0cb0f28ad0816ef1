using Grpc.Core;
using Microsoft.AspNetCore.Http;

namespace Parley.Platform.Security;

/// <summary>Answers a call that never reaches its method: gRPC's "trailers only" response, in which status and details are headers.</summary>
internal static class GrpcRefusal
{
    public static void Write(HttpResponse response, RpcException error)
    {
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = "application/grpc";
        response.Headers["grpc-status"] = ((int)error.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
        response.Headers["grpc-message"] = Uri.EscapeDataString(error.Status.Detail);
        foreach (var trailer in error.Trailers)
            response.Headers[trailer.Key] = trailer.IsBinary ? Convert.ToBase64String(trailer.ValueBytes) : trailer.Value;
    }
}
