using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;
using Parley.Alerting.Storage;
using Parley.Platform.Http;

namespace Parley.Alerting.Feeds;

/// <summary>Answers <c>GET /feeds/TOKEN.atom</c>.</summary>
internal sealed class FeedPage(FeedTable feeds, FeedReader reader, PageAddress pages, TimeProvider time)
{
    /// <summary>What stands before the token.</summary>
    public const string Prefix = "/feeds/";

    private const string Suffix = ".atom";

    /// <summary>The address of a feed.</summary>
    /// <param name="pages">What the addresses of pages begin with.</param>
    /// <param name="token">The feed's.</param>
    public static string AddressOf(string pages, string token) => $"{pages}{Prefix}{token}{Suffix}";

    /// <summary>Answers a request.</summary>
    /// <param name="context">The request, and the answer.</param>
    /// <param name="file">What its path ends with.</param>
    public async Task AnswerAsync(HttpContext context, string file)
    {
        var response = context.Response;
        response.Headers.XContentTypeOptions = "nosniff";
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            (response.StatusCode, response.Headers.Allow) = (StatusCodes.Status405MethodNotAllowed, "GET, HEAD");
            return;
        }

        var token = file.EndsWith(Suffix, StringComparison.Ordinal) ? file[..^Suffix.Length] : "";
        if (await feeds.FindAsync(token, context.RequestAborted) is not { } subscription)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var feed = await reader.ReadAsync(subscription, AddressOf(pages.Base!, token), context.RequestAborted);
        var lastModified = feed.LastModified(time.GetUtcNow());
        response.Headers.ETag = feed.ETag;
        response.Headers.LastModified = HeaderUtilities.FormatDate(lastModified);
        // Not in what several people share, and never without asking whether it is still so.
        response.Headers.CacheControl = "private, no-cache";
        // Whoever follows a link of it must not tell the address to the site that it leads to.
        response.Headers["Referrer-Policy"] = "no-referrer";
        if (IsKnown(context.Request.GetTypedHeaders(), feed.ETag, lastModified))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = $"{AtomText.MediaType}; charset=utf-8";
        response.ContentLength = feed.Body.Length;
        if (HttpMethods.IsGet(context.Request.Method))
            await response.Body.WriteAsync(feed.Body, context.RequestAborted);
    }

    /// <summary>Whether the reader has it already; RFC 9110, 13.2.2: the tag counts for more than the time.</summary>
    private static bool IsKnown(RequestHeaders request, string etag, DateTimeOffset lastModified)
    {
        if (request.IfNoneMatch is { Count: > 0 } known)
            return known.Any(k => k.Equals(EntityTagHeaderValue.Any) || k.Compare(new EntityTagHeaderValue(etag), useStrongComparison: false));
        return request.IfModifiedSince is { } since && since >= lastModified;
    }
}
