using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MimeKit;

namespace Parley.Alerting.Delivery;

/// <summary>How the connection to the mail server is kept private.</summary>
public enum MailSecurity
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>It begins in the clear and is encrypted before anything of worth is said; a server that cannot do so gets nothing (RFC 3207).</summary>
    StartTls,

    /// <summary>It is encrypted from the beginning (RFC 8314).</summary>
    Tls,
}

/// <summary>The mail server that sends alerts. Section <c>Parley:Mail</c>; without a host there is no mail.</summary>
public sealed class MailOptions : IValidatableObject
{
    /// <summary>The section's name in the configuration.</summary>
    public const string Section = "Parley:Mail";

    /// <summary>Name or address of the server; no mail if empty.</summary>
    public string? Host { get; set => field = Filled(value); }

    /// <summary>Its port; if absent 587 for StartTls, 465 for Tls, 25 for None.</summary>
    [Range(1, 65_535)]
    public int? Port { get; set; }

    /// <summary>Name to log in with; no log-in if empty.</summary>
    public string? User { get; set => field = Filled(value); }

    /// <summary>Password to log in with.</summary>
    public string? Password { get; set => field = Filled(value); }

    /// <summary>Sender of the mails: <c>alerts@desk.example</c> or <c>Desk &lt;alerts@desk.example&gt;</c>. Required with a host.</summary>
    public string? From { get; set => field = Filled(value); }

    /// <summary>None, StartTls (the default) or Tls.</summary>
    [EnumDataType(typeof(MailSecurity), ErrorMessage = "must be None, StartTls or Tls")]
    public MailSecurity Security { get; set; } = MailSecurity.StartTls;

    /// <summary>PEM file of authorities that may vouch for the server, besides those of the system; for a server of one's own.</summary>
    public string? CertificateAuthority { get; set => field = Filled(value); }

    /// <summary>The port that is used.</summary>
    internal int PortInUse => Port ?? Security switch { MailSecurity.Tls => 465, MailSecurity.StartTls => 587, _ => 25 };

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        // Nothing of the password is repeated.
        if (Host is null && (User ?? Password ?? From ?? CertificateAuthority) is not null)
            yield return new ValidationResult("is missing, and the section's other keys do nothing without it", [nameof(Host)]);
        if (Host is not null && From is null)
            yield return new ValidationResult("is missing: the address that mails come from", [nameof(From)]);
        if (From is not null && !(MailboxAddress.TryParse(From, out var from) && from.Domain.Length > 0))
            yield return new ValidationResult("is no mail address, such as alerts@desk.example", [nameof(From)]);
        if (User is null != Password is null)
            yield return new ValidationResult("is missing, or the other half of it is not needed", [User is null ? nameof(User) : nameof(Password)]);
        if (Password is not null && Security == MailSecurity.None && !IsThisMachine(Host))
            yield return new ValidationResult("would send the password readable for everybody on the way; use StartTls or Tls", [nameof(Security)]);
        if (CertificateAuthority is not null && WrongFile(CertificateAuthority) is { } wrong)
            yield return new ValidationResult($"cannot be used: {wrong}", [nameof(CertificateAuthority)]);
    }

    private static bool IsThisMachine(string? host) => host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    /// <summary>A file that cannot be used is found at the start, not at the first mail.</summary>
    private static string? WrongFile(string path)
    {
        try
        {
            var certificates = new X509Certificate2Collection();
            certificates.ImportFromPemFile(path);
            return certificates.Count == 0 ? "it has no certificate" : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return e.Message;
        }
    }

    private static string? Filled(string? value) => string.IsNullOrEmpty(value) ? null : value;
}
