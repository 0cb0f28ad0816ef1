using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Google.Rpc;
using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Net.Client;
using Grpc.Reflection.V1;
using Parley.Ingestion;
using Parley.Platform.Grpc;
using Parley.Platform.Hosting;
using Parley.Protocol.Alerting.V1;
using Parley.Protocol.Extraction.V1;
using Parley.Protocol.Ingestion.V1;
using Parley.Tests;

namespace Parley.EndToEnd.Tests.Security;

public sealed class Keys_and_certificates(SecuredParley parley) : IClassFixture<SecuredParley>
{
    [Fact]
    public async Task Without_a_key_nothing_is_answered()
    {
        using var channel = Open(null);

        var error = await Should.ThrowAsync<RpcException>(() => ListAsync(channel));

        (error.StatusCode, Reason(error)).ShouldBe((StatusCode.Unauthenticated, "KEY_MISSING"));
    }

    [Fact]
    public async Task A_key_that_was_never_given_out_opens_nothing()
    {
        using var channel = Open("parley_guessed");

        var error = await Should.ThrowAsync<RpcException>(() => ListAsync(channel));

        (error.StatusCode, Reason(error)).ShouldBe((StatusCode.Unauthenticated, "KEY_UNKNOWN"));
        error.Message.ShouldNotContain("guessed");
    }

    [Fact]
    public async Task The_operators_key_opens_everything()
    {
        using var channel = Open(parley.OperatorKey);

        await ListAsync(channel);
        await new AlertingService.AlertingServiceClient(channel).ListSubscriptionsAsync(new());
        var error = await Should.ThrowAsync<RpcException>(() => SubmitAsync(channel));

        // It came as far as the check of the article.
        error.StatusCode.ShouldBe(StatusCode.InvalidArgument);
    }

    [Fact]
    public async Task A_key_does_what_its_scopes_say_and_no_more()
    {
        using var reader = Open(await parley.KeysAsync("add", "reader", "--scope", "read"));
        await Eventually.SeeAsync("the new key is known", () => StatusAsync(() => ListAsync(reader)), status => status == StatusCode.OK);

        var submit = await Should.ThrowAsync<RpcException>(() => SubmitAsync(reader));
        using var watch = new AlertingService.AlertingServiceClient(reader).WatchAlerts(new());
        var watching = await Should.ThrowAsync<RpcException>(() => watch.ResponseStream.MoveNext(CancellationToken.None));

        (submit.StatusCode, Reason(submit)).ShouldBe((StatusCode.PermissionDenied, "SCOPE_MISSING"));
        submit.Status.Detail.ShouldBe("The API key reader lacks the scope ingest, which this method needs.");
        (watching.StatusCode, Reason(watching)).ShouldBe((StatusCode.PermissionDenied, "SCOPE_MISSING"));
    }

    [Fact]
    public async Task A_key_that_is_taken_back_opens_nothing_any_more()
    {
        using var guest = Open(await parley.KeysAsync("add", "guest", "--scope", "read"));
        await Eventually.SeeAsync("the new key is known", () => StatusAsync(() => ListAsync(guest)), status => status == StatusCode.OK);
        (await parley.KeysAsync("list")).Split('\n').ShouldContain("guest read");

        await parley.KeysAsync("remove", "guest");

        await Eventually.SeeAsync("the key is refused", () => StatusAsync(() => ListAsync(guest)), status => status == StatusCode.Unauthenticated);
        (await parley.KeysAsync("list")).Split('\n').ShouldNotContain("guest read");
    }

    [Fact]
    public async Task Health_asks_for_no_key_and_reflection_for_any()
    {
        using var stranger = Open(null);
        using var known = Open(parley.OperatorKey);

        (await new Health.HealthClient(stranger).CheckAsync(new())).Status.ShouldBe(HealthCheckResponse.Types.ServingStatus.Serving);
        (await StatusAsync(() => ReflectAsync(stranger))).ShouldBe(StatusCode.Unauthenticated);
        (await StatusAsync(() => ReflectAsync(known))).ShouldBe(StatusCode.OK);
    }

    [Fact]
    public async Task A_caller_who_does_not_trust_the_authority_sends_nothing()
    {
        using var channel = GrpcClients.Open(parley.Address, new GrpcAccess { Key = parley.OperatorKey });

        var error = await Should.ThrowAsync<RpcException>(() => ListAsync(channel));

        error.Status.Detail.ShouldContain("certificate");
    }

    [Fact]
    public async Task A_renewed_certificate_is_shown_without_a_restart()
    {
        var before = await SerialNumberAsync();
        var host = string.Create(CultureInfo.InvariantCulture, $"renewed-{Random.Shared.Next()}.example");

        await parley.MakeSecretsAsync(host);

        await Eventually.SeeAsync("another certificate", SerialNumberAsync, serial => serial != before);
        using var channel = Open(parley.OperatorKey);
        await ListAsync(channel);
    }

    [Fact]
    public async Task A_health_check_by_the_program_itself_tells_whether_the_service_serves()
    {
        string[] settings = ["--healthcheck", .. parley.Settings];

        (await CheckAsync([.. settings, $"--Parley:Grpc:Port={parley.Address.Port}"])).ShouldBe(0);
        (await CheckAsync([.. settings, "--Parley:Grpc:Port=1"])).ShouldBe(1);
        (await CheckAsync([.. settings, "--Parley:Grpc:Port=none"])).ShouldBe(2);
    }

    [Fact]
    public void Every_method_of_ours_says_which_scope_it_needs()
    {
        var methods = new[] { IngestionService.Descriptor, ExtractionService.Descriptor, LedgerService.Descriptor, Protocol.Search.V1.SearchService.Descriptor, AlertingService.Descriptor }
            .SelectMany(s => s.Methods).ToList();

        methods.ShouldAllBe(m => m.GetOptions() != null && m.GetOptions().HasExtension(Protocol.Type.V1.AccessExtensions.RequiredScope));
    }

    private static Task<int> CheckAsync(string[] args) => ParleyHost.RunAsync("ingestion", args, p => p.AddIngestion(), app => app.MapIngestion());

    private GrpcChannel Open(string? key) => GrpcClients.Open(parley.Address, parley.Access(key));

    private static async Task ListAsync(GrpcChannel channel) => await new LedgerService.LedgerServiceClient(channel).ListEntriesAsync(new());

    private static async Task SubmitAsync(GrpcChannel channel) => await new IngestionService.IngestionServiceClient(channel).SubmitArticleAsync(new());

    private static async Task ReflectAsync(GrpcChannel channel)
    {
        using var call = new ServerReflection.ServerReflectionClient(channel).ServerReflectionInfo();
        await call.RequestStream.WriteAsync(new ServerReflectionRequest { ListServices = "" });
        await call.RequestStream.CompleteAsync();
        await call.ResponseStream.MoveNext(CancellationToken.None);
    }

    private static async Task<StatusCode> StatusAsync(Func<Task> call)
    {
        try
        {
            await call();
            return StatusCode.OK;
        }
        catch (RpcException e)
        {
            return e.StatusCode;
        }
    }

    private static string? Reason(RpcException error) =>
        GrpcErrors.Details(error)?.Details.Select(d => d.TryUnpack<ErrorInfo>(out var info) ? info.Reason : null).FirstOrDefault(r => r is not null);

    private async Task<string> SerialNumberAsync()
    {
        using var client = new TcpClient();
        await client.ConnectAsync(parley.Address.Host, parley.Address.Port);
        await using var tls = new SslStream(client.GetStream(), leaveInnerStreamOpen: false, (_, certificate, _, _) => certificate is not null);
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = parley.Address.Host, ApplicationProtocols = [SslApplicationProtocol.Http2] });
        using var shown = new X509Certificate2(tls.RemoteCertificate!);
        return shown.SerialNumber;
    }
}
