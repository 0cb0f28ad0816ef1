using System.Security.Claims;
using System.Text.Encodings.Web;
using Grpc.Core;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Parley.Contracts;
using Parley.Platform.Grpc;
using Parley.Platform.Http;

namespace Parley.Platform.Security;

/// <summary>
/// Knows a caller by the key in the metadata <c>authorization: Bearer parley_…</c>, and refuses in gRPC's own terms, or on a page in HTTP's: before the request is read,
/// so that a stranger cannot make a service parse what he sends.
/// </summary>
internal sealed class ApiKeyAuthentication(
    ApiKeys keys, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "ApiKey";
    public const string ScopeClaim = "scope";

    private const string Bearer = "Bearer ";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var given = Request.Headers.Authorization.ToString();
        if (!given.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            return Task.FromResult(AuthenticateResult.NoResult());
        if (keys.Find(given[Bearer.Length..].Trim()) is not { } key)
            return Task.FromResult(AuthenticateResult.Fail("The key is not one of this service's."));

        var claims = key.Scopes.Select(s => new Claim(ScopeClaim, WireWord.Of(s))).Prepend(new Claim(ClaimTypes.Name, key.Name));
        var caller = new ClaimsPrincipal(new ClaimsIdentity(claims, Name));
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(caller, Name)));
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var wrong = (await HandleAuthenticateOnceSafeAsync()).Failure is not null;
        Logger.LogInformation("{Path} was refused to {Address}: {Reason}", Request.Path, Context.Connection.RemoteIpAddress, wrong ? "unknown key" : "no key");
        if (Context.AsksForPage())
        {
            (Response.StatusCode, Response.Headers.WWWAuthenticate) = (StatusCodes.Status401Unauthorized, "Bearer");
            return;
        }

        GrpcRefusal.Write(Response, wrong
            ? GrpcErrors.Refused(StatusCode.Unauthenticated, "KEY_UNKNOWN", "The API key is not one of this service's; it may have been taken back.")
            : GrpcErrors.Refused(StatusCode.Unauthenticated, "KEY_MISSING", "This service wants an API key, as metadata \"authorization: Bearer KEY\"."));
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        var scope = Context.GetEndpoint() is { } endpoint ? MethodScopes.Of(endpoint) : null;
        Logger.LogInformation("{Path} was refused to {Key}, which lacks the scope {Scope}", Request.Path, Context.User.Identity?.Name, scope);
        if (Context.AsksForPage())
        {
            Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        GrpcRefusal.Write(Response, GrpcErrors.Refused(
            StatusCode.PermissionDenied, "SCOPE_MISSING", $"The API key {Context.User.Identity?.Name} lacks the scope {scope}, which this method needs."));
        return Task.CompletedTask;
    }
}
