using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Parley.Platform.Hosting;

namespace Parley.Platform.Security;

/// <summary>Keys on every method but health's, and TLS, where the options name the files for them.</summary>
internal static class SecuritySetup
{
    public static void AddKeys(this IServiceCollection services, GrpcOptions options)
    {
        if (options.Keys is null)
            return;
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<ApiKeys>(provider, options.Keys));
        // The core alone: AddAuthentication would bring data protection, which is for cookies, and warns that it has nowhere to keep its keys.
        services.AddWebEncoders().AddAuthenticationCore(authentication =>
        {
            authentication.DefaultScheme = ApiKeyAuthentication.Name;
            authentication.AddScheme<ApiKeyAuthentication>(ApiKeyAuthentication.Name, displayName: null);
        });
        // The fallback is for whatever says nothing of its own, so that a method that is added later is not open by mistake.
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder()
            .RequireAuthenticatedUser()
            .RequireAssertion(call => call.Resource is HttpContext http && http.GetEndpoint() is { } endpoint
                && (MethodScopes.Of(endpoint) is not { } scope || call.User.HasClaim(ApiKeyAuthentication.ScopeClaim, scope)))
            .Build());
    }

    public static void UseKeys(this IApplicationBuilder app, GrpcOptions options)
    {
        if (options.Keys is null)
            return;
        app.UseAuthentication();
        app.UseAuthorization();
    }

    public static void UseTls(this ListenOptions listen, GrpcOptions options)
    {
        if (options.Certificate is null || options.CertificateKey is null)
            return;
        var log = listen.ApplicationServices.GetRequiredService<ILogger<ServerCertificate>>();
        var certificate = new ServerCertificate(options.Certificate, options.CertificateKey, log, listen.ApplicationServices.GetRequiredService<TimeProvider>());
        listen.UseHttps(https => https.ServerCertificateSelector = (_, _) => certificate.Current);
    }
}
