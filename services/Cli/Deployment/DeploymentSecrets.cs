using System.Security.Cryptography.X509Certificates;
using Parley.Platform.Security;
using Parley.Protocol.Type.V1;

namespace Parley.Cli.Deployment;

/// <summary>Everything secret that a deployment needs, in two folders: one that the services read, and one that only the operator has.</summary>
/// <param name="Services">Passwords, settings with passwords, the certificate with its key, the hashes of API keys.</param>
/// <param name="Operator">The authority, and the operator's own API key.</param>
internal sealed record DeploymentSecrets(SecretFolder Services, SecretFolder Operator)
{
    private const string User = "parley";
    private const string OperatorKeyName = "operator";

    private static readonly TimeSpan RenewBefore = TimeSpan.FromDays(60);

    /// <summary>Makes what is missing and renews the certificate when it nears its end or other names are wanted; the rest stays as it is.</summary>
    /// <param name="postgres">Host and port of PostgreSQL, as the services reach it.</param>
    /// <param name="rabbit">Host and port of RabbitMQ, as the services reach it.</param>
    /// <param name="hosts">Names and addresses under which callers reach the services.</param>
    /// <param name="time">The clock.</param>
    /// <returns>A line for each thing that was made.</returns>
    public IReadOnlyList<string> Make(string postgres, string rabbit, IReadOnlyCollection<string> hosts, TimeProvider time)
    {
        var made = new List<string>();
        var postgresPassword = Password("postgres-password", made);
        var rabbitPassword = Password("rabbitmq-password", made);
        Setting("Parley__Postgres__ConnectionString", $"Host={postgres.Split(':')[0]};Port={postgres.Split(':')[1]};Username={User};Password={postgresPassword};GSS Encryption Mode=Disable");
        Setting("Parley__Bus__Uri", $"amqp://{User}:{rabbitPassword}@{rabbit}/");
        MakeCertificate(hosts, time, made);
        MakeOperatorKey(made);
        return made;
    }

    private string Password(string file, List<string> made) => Services.ReadOrMake(file, () =>
    {
        made.Add($"{Services.PathOf(file)}  a password");
        return SecretFolder.NewPassword();
    });

    private void Setting(string key, string value)
    {
        if (Services.Read($"settings/{key}") != value)
            Services.Write($"settings/{key}", value);
    }

    private void MakeCertificate(IReadOnlyCollection<string> hosts, TimeProvider time, List<string> made)
    {
        var authority = OpenAuthority(time, made);
        if (IsGood(Services.Read("services.pem"), hosts, time))
            return;
        var (certificate, key) = authority.Issue(hosts, time);
        // The key first: a service reads both again when the certificate changes.
        Services.Write("services.key", key);
        Services.Write("services.pem", certificate);
        made.Add($"{Services.PathOf("services.pem")}  a certificate for {string.Join(", ", hosts)}");
    }

    private Authority OpenAuthority(TimeProvider time, List<string> made)
    {
        if (Operator.Read("ca.pem") is { } certificate && Operator.Read("ca.key") is { } key)
            return new Authority(certificate, key);
        var authority = Authority.Create(time);
        Operator.Write("ca.key", authority.KeyPem);
        Operator.Write("ca.pem", authority.CertificatePem);
        made.Add($"{Operator.PathOf("ca.pem")}  the authority that callers must trust");
        return authority;
    }

    private static bool IsGood(string? pem, IReadOnlyCollection<string> hosts, TimeProvider time)
    {
        if (pem is null)
            return false;
        using var certificate = X509Certificate2.CreateFromPem(pem);
        return certificate.NotAfter.ToUniversalTime() - time.GetUtcNow().UtcDateTime > RenewBefore && hosts.All(host => certificate.MatchesHostname(host));
    }

    private void MakeOperatorKey(List<string> made)
    {
        if (Services.Read("keys.txt") is not null && Operator.Read("key") is not null)
            return;
        var secret = ApiKey.NewSecret();
        var key = new ApiKey(OperatorKeyName, new HashSet<Scope> { Scope.Read, Scope.Ingest, Scope.Subscribe, Scope.Edit }, ApiKey.HashOf(secret));
        var others = ApiKeyFile.Parse((Services.Read("keys.txt") ?? "").Split('\n')).Where(k => k.Name != OperatorKeyName);
        Operator.Write("key", secret);
        Services.Write("keys.txt", string.Concat(others.Append(key).Select(k => ApiKeyFile.Line(k) + "\n")));
        made.Add($"{Operator.PathOf("key")}  the operator's API key");
    }
}
