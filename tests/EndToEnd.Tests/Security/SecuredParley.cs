using System.Security.Cryptography.X509Certificates;
using Grpc.Health.V1;
using Parley.LocalServers;
using Parley.Platform.Grpc;
using Parley.Standalone;
using Parley.Tests;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace Parley.EndToEnd.Tests.Security;

/// <summary>A whole Parley that wants TLS and keys, with the secrets that <c>parley secrets</c> and <c>parley keys</c> made.</summary>
public sealed class SecuredParley : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("parley-secured-").FullName;
    private readonly CommandLine _parley;
    private EmbeddedSystem _system = null!;

    public SecuredParley() => _parley = new CommandLine(_folder);

    /// <summary>Where it answers.</summary>
    public Uri Address => _system.Address;

    /// <summary>The authority that callers must trust.</summary>
    public string AuthorityFile => Path.Combine(_folder, "operator", "ca.pem");

    /// <summary>The operator's key.</summary>
    public string OperatorKey => File.ReadAllText(Path.Combine(_folder, "operator", "key"));

    /// <summary>The settings with which it runs.</summary>
    public IReadOnlyList<string> Settings =>
    [
        $"--Parley:Grpc:Certificate={ServicesFile("services.pem")}", $"--Parley:Grpc:CertificateKey={ServicesFile("services.key")}", $"--Parley:Grpc:Keys={ServicesFile("keys.txt")}",
    ];

    public async Task InitializeAsync()
    {
        await MakeSecretsAsync();
        _system = await EmbeddedSystem.StartAsync(new PrivatePostgresOptions(), [.. Settings], CancellationToken.None);
        using var channel = GrpcClients.Open(Address, Access(key: null));
        await Eventually.SeeAsync("that it serves", async () => (await new Health.HealthClient(channel).CheckAsync(new())).Status, status => status == ServingStatus.Serving);
    }

    public async Task DisposeAsync()
    {
        await _system.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Runs <c>parley secrets</c>, for these names too.</summary>
    public async Task MakeSecretsAsync(params string[] hosts)
    {
        var ran = await _parley.RunAsync(["secrets", "--services", Path.Combine(_folder, "services"), "--operator", Path.Combine(_folder, "operator"),
            "--host", "127.0.0.1", .. hosts.SelectMany(h => (string[])["--host", h])]);
        ran.ExitCode.ShouldBe(0, ran.Errors);
    }

    /// <summary>Runs <c>parley keys</c> on the services' file, and returns what it printed.</summary>
    public async Task<string> KeysAsync(params string[] arguments)
    {
        var ran = await _parley.RunAsync(["keys", .. arguments, "--file", ServicesFile("keys.txt")]);
        ran.ExitCode.ShouldBe(0, ran.Errors);
        return ran.Output.Trim();
    }

    /// <summary>What a caller comes with who trusts the authority.</summary>
    public GrpcAccess Access(string? key)
    {
        var authorities = new X509Certificate2Collection();
        authorities.ImportFromPemFile(AuthorityFile);
        return new GrpcAccess { Key = key, Authorities = authorities };
    }

    private string ServicesFile(string name) => Path.Combine(_folder, "services", name);
}
