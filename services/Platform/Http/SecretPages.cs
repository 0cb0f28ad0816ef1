using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Parley.Platform.Http;

/// <summary>Pages whose address is their key.</summary>
public static class SecretPages
{
    /// <summary>Maps a page that wants no API key: who knows the secret in its address may read it. The secret comes into no log and no trace.</summary>
    /// <param name="pages">The pages.</param>
    /// <param name="prefix">What stands before the secret, such as <c>/feeds/</c>.</param>
    /// <param name="answer">Answers a request of any method, by the rest of its path; empty where there is none.</param>
    public static void MapSecret(this IEndpointRouteBuilder pages, string prefix, Func<HttpContext, string, Task> answer)
    {
        pages.ServiceProvider.GetRequiredService<SecretPaths>().Add(prefix);
        pages.Map(prefix, context => answer(context, SecretPaths.Of(context))).AllowAnonymous();
    }
}
