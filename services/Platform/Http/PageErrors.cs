using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;
using Parley.Platform.Storage;

namespace Parley.Platform.Http;

/// <summary>Gives every failure of a page its status, as <see cref="Grpc.ErrorInterceptor"/> does for methods: one line in the log, nothing for strangers to read.</summary>
internal sealed class PageErrors(RequestDelegate next, ILogger<PageErrors> log)
{
    private static readonly StringValues RetryAfterSeconds = "5";

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there any more to be answered.
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            context.Response.Clear();
            if (Transient.Is(e))
            {
                log.LogWarning("{Page} is unavailable: {Reason}", context.Request.Path, e.Message);
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                context.Response.Headers.RetryAfter = RetryAfterSeconds;
                return;
            }

            log.LogError(e, "{Page} failed", context.Request.Path);
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }
}
