using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;

namespace Parley.Platform.Security;

/// <summary>The certificate that a service shows, from PEM files; a renewed one is taken up without a restart.</summary>
internal sealed class ServerCertificate(string certificate, string key, ILogger<ServerCertificate> log, TimeProvider time)
{
    private readonly WatchedFile<X509Certificate2> _file = new(certificate, path => X509Certificate2.CreateFromPemFile(path, key), log, time);

    /// <summary>The one of now.</summary>
    public X509Certificate2 Current => _file.Value;
}
