using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Parley.Platform.Http;

/// <summary>
/// Takes what is secret out of the path of a request before anything else of the server sees it: logs at whatever level and traces of whatever version then
/// have the prefix alone. No middleware comes early enough for that.
/// </summary>
internal sealed class SecretPaths(IServiceProvider provider) : IHttpContextFactory
{
    private readonly DefaultHttpContextFactory _contexts = new(provider);
    private readonly List<string> _prefixes = [];

    /// <summary>What stands behind this is secret; called before requests come.</summary>
    /// <param name="prefix">The beginning of paths, such as <c>/feeds/</c>.</param>
    public void Add(string prefix) => _prefixes.Add(prefix);

    /// <summary>The secret that a request came with; empty where it has none.</summary>
    public static string Of(HttpContext context) => context.Features.Get<Taken>()?.Secret ?? "";

    /// <inheritdoc/>
    public HttpContext Create(IFeatureCollection featureCollection)
    {
        if (featureCollection.Get<IHttpRequestFeature>() is { } request
            && _prefixes.Find(p => request.Path.StartsWith(p, StringComparison.OrdinalIgnoreCase)) is { } prefix)
        {
            featureCollection.Set(new Taken(request.Path[prefix.Length..]));
            request.Path = request.RawTarget = prefix;
        }

        return _contexts.Create(featureCollection);
    }

    /// <inheritdoc/>
    public void Dispose(HttpContext httpContext) => _contexts.Dispose(httpContext);

    /// <summary>No record: these tell what they hold.</summary>
    private sealed class Taken(string secret)
    {
        public string Secret => secret;
    }
}
