using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Parley.Platform.Hosting;
using Parley.Platform.Security;

namespace Parley.Platform.Http;

/// <summary>
/// A listener of HTTP/1.1 beside gRPC's, with a pipeline of its own: nothing that is mapped for the one can be had on the other, whatever their addresses.
/// </summary>
internal static class PageSetup
{
    public static void AddPages(this IServiceCollection services, HttpOptions http, GrpcOptions grpc, bool hasPages)
    {
        services.AddSingleton(new PageAddress(http, grpc));
        if (!hasPages)
            return;
        services.AddSingleton<SecretPaths>();
        services.AddSingleton<IHttpContextFactory>(provider => provider.GetRequiredService<SecretPaths>());
    }

    public static void ListenForPages(this KestrelServerOptions kestrel, HttpOptions http, GrpcOptions grpc) =>
        kestrel.Listen(IPAddress.Parse(http.Address), http.Port!.Value, listen =>
        {
            listen.Protocols = HttpProtocols.Http1;
            listen.UseTls(grpc);
            listen.Use(next => connection =>
            {
                connection.Features.Set(Connection.OfPages);
                return next(connection);
            });
            listen.ApplicationServices.GetRequiredService<PageAddress>().Listens(listen);
        });

    /// <summary>Answers what comes to the listener for pages; before anything that is for gRPC.</summary>
    public static void UsePages(this WebApplication app, HttpOptions http, GrpcOptions grpc, IReadOnlyList<Action<IEndpointRouteBuilder>> pages)
    {
        // Without keys nobody can be told apart: then only pages that ask for none are there beyond loopback.
        var closed = grpc.Keys is null && !http.IsLoopback;
        app.MapWhen(AsksForPage, branch =>
        {
            branch.UseMiddleware<PageErrors>();
            branch.UseRouting();
            branch.Use((context, next) =>
            {
                if (context.GetEndpoint() is { } page && !(closed && page.Metadata.GetMetadata<IAllowAnonymous>() is null))
                    return next(context);
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            });
            branch.UseKeys(grpc);
            branch.UseEndpoints(endpoints =>
            {
                foreach (var map in pages)
                    map(endpoints);
            });
        });
    }

    /// <summary>Whether a request came to the listener for pages.</summary>
    public static bool AsksForPage(this HttpContext context) => context.Features.Get<Connection>() is not null;

    /// <summary>Marks connections to the listener: what they ask for is a page.</summary>
    private sealed class Connection
    {
        public static readonly Connection OfPages = new();
    }
}
