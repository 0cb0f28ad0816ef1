using System.Net;
using System.Security.Cryptography.X509Certificates;
using Grpc.Core;
using Grpc.Health.V1;
using Parley.Platform.Grpc;

namespace Parley.Platform.Hosting;

/// <summary>What a container's health check runs: the program asks its own service, on loopback and with its own settings.</summary>
internal static class HealthCheck
{
    public const string Flag = "--healthcheck";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>0 where the service serves; else 1, and why on standard error.</summary>
    public static async Task<int> RunAsync(GrpcOptions options)
    {
        using var channel = GrpcClients.Open(Address(options), new GrpcAccess { Trusted = Own(options) });
        try
        {
            var answer = await new Health.HealthClient(channel).CheckAsync(new HealthCheckRequest(), deadline: DateTime.UtcNow + Patience);
            if (answer.Status == HealthCheckResponse.Types.ServingStatus.Serving)
                return 0;
            await Console.Error.WriteLineAsync($"the service is {answer.Status}: its database or its broker does not answer");
        }
        catch (RpcException e)
        {
            await Console.Error.WriteLineAsync($"the service does not answer: {e.Status.Detail}");
        }

        return 1;
    }

    /// <summary>Where the service can be had from this machine, whatever it listens on.</summary>
    private static Uri Address(GrpcOptions options)
    {
        var address = IPAddress.Parse(options.Address);
        if (address.Equals(IPAddress.Any))
            address = IPAddress.Loopback;
        else if (address.Equals(IPAddress.IPv6Any))
            address = IPAddress.IPv6Loopback;
        return new UriBuilder(options.Certificate is null ? Uri.UriSchemeHttp : Uri.UriSchemeHttps, address.ToString(), options.Port).Uri;
    }

    /// <summary>The service's own certificate, which need not name the loopback address nor come from an authority that is known here.</summary>
    private static X509Certificate2? Own(GrpcOptions options) =>
        options.Certificate is null ? null : X509CertificateLoader.LoadCertificateFromFile(options.Certificate);
}
