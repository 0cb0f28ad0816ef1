using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Parley.Alerting.Delivery;

/// <summary>A conversation with the mail server. One recipient whom it does not take keeps the others from nothing.</summary>
internal sealed class MailSession : SmtpClient
{
    private static readonly Oid ServerAuthentication = new("1.3.6.1.5.5.7.3.1");

    private readonly MailOptions _options;

    public MailSession(MailOptions options)
    {
        _options = options;
        // Lists of revoked certificates are fetched over the web, which a mail relay's neighbour often cannot reach.
        CheckCertificateRevocation = false;
        ServerCertificateValidationCallback = (_, certificate, chain, errors) => errors == SslPolicyErrors.None || VouchedFor(certificate, chain, errors);
    }

    /// <summary>Whom it did not take, and what it said.</summary>
    public List<(MailboxAddress Mailbox, SmtpResponse Response)> Refused { get; } = [];

    /// <summary>Connects, and logs in where there is a user.</summary>
    public async Task OpenAsync(CancellationToken cancellation)
    {
        var security = _options.Security switch
        {
            MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
            MailSecurity.StartTls => SecureSocketOptions.StartTls,
            _ => SecureSocketOptions.None,
        };
        await ConnectAsync(_options.Host!, _options.PortInUse, security, cancellation);
        if (_options.User is { } user)
            await AuthenticateAsync(user, _options.Password!, cancellation);
    }

    protected override void OnRecipientNotAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response) => Refused.Add((mailbox, response));

    /// <summary>Whether the authority that the operator named stands for a certificate which the system's authorities do not.</summary>
    private bool VouchedFor(X509Certificate? shown, X509Chain? chain, SslPolicyErrors errors)
    {
        if (_options.CertificateAuthority is not { } file || errors != SslPolicyErrors.RemoteCertificateChainErrors || shown is not X509Certificate2 certificate)
            return false;
        using var ours = new X509Chain();
        ours.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        // Read anew each time: it may have been renewed.
        ours.ChainPolicy.CustomTrustStore.ImportFromPemFile(file);
        ours.ChainPolicy.ExtraStore.AddRange(chain?.ChainElements.Select(e => e.Certificate).ToArray() ?? []);
        ours.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        ours.ChainPolicy.ApplicationPolicy.Add(ServerAuthentication);
        return ours.Build(certificate);
    }
}
