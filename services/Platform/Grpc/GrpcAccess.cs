using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Parley.Platform.Grpc;

/// <summary>With what a caller comes to a service: a key of his own, and whom he trusts.</summary>
public sealed record GrpcAccess
{
    /// <summary>API key; none by default.</summary>
    public string? Key { get; init; }

    /// <summary>The authorities that a service's certificate may come from; null for those that the machine trusts.</summary>
    public X509Certificate2Collection? Authorities { get; init; }

    /// <summary>The one certificate to accept, whatever name it is for; null to look at name and authority.</summary>
    internal X509Certificate2? Trusted { get; init; }

    internal SslClientAuthenticationOptions Tls()
    {
        var tls = new SslClientAuthenticationOptions();
        if (Trusted is { } trusted)
            tls.RemoteCertificateValidationCallback = (_, shown, _, _) => shown is not null && shown.GetRawCertData().AsSpan().SequenceEqual(trusted.RawDataMemory.Span);
        if (Authorities is { } authorities)
        {
            // A private authority publishes no list of what it has taken back.
            tls.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            tls.CertificateChainPolicy.CustomTrustStore.AddRange(authorities);
        }

        return tls;
    }
}
