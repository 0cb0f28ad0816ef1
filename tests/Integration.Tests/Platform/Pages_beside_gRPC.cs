using System.Net;
using Grpc.Health.V1;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Npgsql;
using Parley.Integration.Tests.Alerting;
using Parley.Platform.Hosting;
using Parley.Platform.Http;
using Parley.Platform.Security;
using Parley.Protocol.Type.V1;
using Parley.Standalone;
using Parley.Tests;

namespace Parley.Integration.Tests.Platform;

/// <summary>A listener of HTTP/1.1 for pages, one that asks for a key and one whose address is the key, beside that of gRPC.</summary>
public sealed class Pages_beside_gRPC : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("parley-pages-").FullName;
    private readonly string _key = ApiKey.NewSecret();
    private readonly TestAuthority _authority = new();
    private Site _site = null!;

    private string Keys => Path.Combine(_folder, "keys.txt");

    public async Task InitializeAsync()
    {
        await File.WriteAllTextAsync(Keys, ApiKeyFile.Line(new ApiKey("desk", new HashSet<Scope> { Scope.Read }, ApiKey.HashOf(_key))));
        _site = await Site.InMemoryAsync();
    }

    public async Task DisposeAsync()
    {
        await _site.DisposeAsync();
        _authority.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Are_open_where_their_address_is_the_key_and_closed_to_whoever_has_none_otherwise()
    {
        var (_, pages) = await StartAsync(("Parley:Grpc:Keys", Keys));
        using var client = new HttpClient();

        (await client.GetStringAsync(new Uri(pages, "secret/abc"))).ShouldBe("abc");
        using var refused = await client.GetAsync(new Uri(pages, "page"));
        (refused.StatusCode, refused.Headers.WwwAuthenticate.ToString()).ShouldBe((HttpStatusCode.Unauthorized, "Bearer"));
        (await client.GetAsync(new Uri(pages, "nowhere"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        client.DefaultRequestHeaders.Authorization = new("Bearer", ApiKey.NewSecret());
        (await client.GetAsync(new Uri(pages, "page"))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        client.DefaultRequestHeaders.Authorization = new("Bearer", _key);
        (await client.GetStringAsync(new Uri(pages, "page"))).ShouldBe("page");
    }

    [Fact]
    public async Task Are_not_where_gRPC_is_nor_is_gRPC_where_they_are()
    {
        var (host, pages) = await StartAsync();
        using var client = new HttpClient();
        (await client.GetStringAsync(new Uri(pages, "page"))).ShouldBe("page");
        var check = "grpc.health.v1.Health/Check";

        using var overPages = new HttpRequestMessage(HttpMethod.Post, new Uri(pages, check)) { Content = new ByteArrayContent(new byte[5]) { Headers = { ContentType = new("application/grpc") } } };
        (await client.SendAsync(overPages)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        using var overGrpc = new HttpRequestMessage(HttpMethod.Get, $"http://{host.Channel.Target}/page") { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        (await client.SendAsync(overGrpc)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await new Health.HealthClient(host.Channel).CheckAsync(new())).Status.ShouldNotBe(HealthCheckResponse.Types.ServingStatus.Unknown);
    }

    [Fact]
    public async Task Show_the_certificate_of_gRPC()
    {
        var (certificate, key) = Certificate();
        var (_, pages) = await StartAsync(("Parley:Grpc:Certificate", certificate), ("Parley:Grpc:CertificateKey", key));
        pages.Scheme.ShouldBe("https");
        using var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, shown, _, _) => shown!.Issuer == "CN=Test authority" };
        using var client = new HttpClient(handler);

        (await client.GetStringAsync(new Uri(pages, "page"))).ShouldBe("page");
    }

    [Fact]
    public async Task That_ask_for_a_key_are_not_there_beyond_loopback_where_there_are_no_keys()
    {
        var (certificate, key) = Certificate();
        var (_, pages) = await StartAsync(("Parley:Http:Address", "0.0.0.0"), ("Parley:Grpc:Certificate", certificate), ("Parley:Grpc:CertificateKey", key));
        using var handler = new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, _, _, _) => true };
        using var client = new HttpClient(handler);

        pages.Host.ShouldBe("127.0.0.1");
        (await client.GetStringAsync(new Uri(pages, "secret/abc"))).ShouldBe("abc");
        (await client.GetAsync(new Uri(pages, "page"))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("wrong", HttpStatusCode.InternalServerError)]
    [InlineData("away", HttpStatusCode.ServiceUnavailable)]
    public async Task Fail_without_a_word_of_why(string page, HttpStatusCode status)
    {
        var (_, pages) = await StartAsync();
        using var client = new HttpClient();

        using var answer = await client.GetAsync(new Uri(pages, page));

        (answer.StatusCode, await answer.Content.ReadAsStringAsync()).ShouldBe((status, ""));
    }

    [Theory]
    [InlineData("Parley:Http:Address", "0.0.0.0", "beyond it Parley:Grpc:Certificate and CertificateKey are needed (environment variable Parley__Http__Address)")]
    [InlineData("Parley:Http:Address", "here", "is not an IP address")]
    [InlineData("Parley:Http:Port", "70000", "Parley:Http:Port")]
    [InlineData("Parley:Http:PublicBase", "parley.example", "is not an http:// or https:// address")]
    [InlineData("Parley:Http:PublicBase", "https://parley.example/?a=b", "is not an http:// or https:// address")]
    [InlineData("Parley:Http:Prot", "1", "Parley:Http:Prot is no setting")]
    public void Are_not_begun_where_a_setting_is_wrong(string key, string value, string told)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Parley:Postgres:ConnectionString"] = "Host=127.0.0.1",
            ["Parley:Bus:Uri"] = "amqp://127.0.0.1/",
            ["Parley:Http:Port"] = "0",
            [key] = value,
        };

        Should.Throw<ConfigurationException>(() => ParleyHost.Build("test", [], StandaloneHost.Add, StandaloneHost.Map, settings)).Message.ShouldContain(told);
    }

    private (string Certificate, string Key) Certificate()
    {
        using var issued = _authority.Issue("127.0.0.1");
        var (certificate, key) = (Path.Combine(_folder, "own.pem"), Path.Combine(_folder, "own.key"));
        File.WriteAllText(certificate, issued.ExportCertificatePem());
        using var secret = System.Security.Cryptography.X509Certificates.ECDsaCertificateExtensions.GetECDsaPrivateKey(issued)!;
        File.WriteAllText(key, secret.ExportPkcs8PrivateKeyPem());
        return (certificate, key);
    }

    private async Task<(RunningHost Host, Uri Pages)> StartAsync(params (string Key, string Value)[] more)
    {
        var settings = more.Append(("Parley:Http:Port", "0")).ToDictionary(s => s.Item1, s => (string?)s.Item2);
        var host = await _site.StartAsync("pages", parley => parley.AddPages(Map), _ => { }, settings);
        return (host, new Uri(host.Get<PageAddress>().Base!));
    }

    private static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/page", () => "page");
        pages.MapGet("/wrong", (HttpContext _) => throw new InvalidOperationException("secret"));
        pages.MapGet("/away", (HttpContext _) => throw new NpgsqlException("secret", new TimeoutException()));
        pages.MapSecret("/secret/", (context, secret) => context.Response.WriteAsync(secret));
    }
}
