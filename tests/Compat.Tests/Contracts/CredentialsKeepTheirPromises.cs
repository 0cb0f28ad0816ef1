using Grpc.Core;

namespace Parley.Compat.Tests.Contracts;

public sealed class CredentialsKeepTheirPromises
{
    [Fact]
    public void Each_kind_of_channel_credentials_says_what_it_is()
    {
        var pair = new KeyCertificatePair("chain", "key");
        static bool Verify(VerifyPeerContext context) => context.PeerPem.Length > 0;
        var call = CallCredentials.FromInterceptor((_, _) => Task.CompletedTask);
        var told = new ToldChannel();

        ChannelCredentials.Insecure.InternalPopulateConfiguration(told, "state");
        ChannelCredentials.SecureSsl.InternalPopulateConfiguration(told, "state");
        new SslCredentials("roots", pair, Verify).InternalPopulateConfiguration(told, "state");
        ChannelCredentials.Create(ChannelCredentials.SecureSsl, call).InternalPopulateConfiguration(told, "state");

        told.Steps.ShouldBe(
        [
            "state insecure", "state ssl   ", "state ssl roots chain checked", "state composite SslCredentials",
        ]);
    }

    [Fact]
    public void Insecure_credentials_take_no_call_credentials() => Should.Throw<ArgumentException>(() =>
        ChannelCredentials.Create(ChannelCredentials.Insecure, CallCredentials.FromInterceptor((_, _) => Task.CompletedTask)));

    [Fact]
    public void Call_credentials_compose_in_order()
    {
        var first = CallCredentials.FromInterceptor((_, _) => Task.CompletedTask);
        var second = CallCredentials.FromInterceptor((_, _) => Task.CompletedTask);
        var told = new ToldCall();

        CallCredentials.Compose(first, second).InternalPopulateConfiguration(told, null);

        told.Composite.ShouldBe([first, second]);
    }

    [Fact]
    public void Call_credentials_of_a_function_give_the_function()
    {
        AsyncAuthInterceptor function = (_, _) => Task.CompletedTask;
        var told = new ToldCall();

        CallCredentials.FromInterceptor(function).InternalPopulateConfiguration(told, null);

        told.Function.ShouldBeSameAs(function);
    }

    [Fact]
    public void One_credential_is_no_composition() => Should.Throw<ArgumentException>(() =>
        CallCredentials.Compose(CallCredentials.FromInterceptor((_, _) => Task.CompletedTask)));

    [Fact]
    public void The_context_of_an_interceptor_names_service_and_method()
    {
        var context = new AuthInterceptorContext("https://parley.example/s", "Search");

        context.ServiceUrl.ShouldBe("https://parley.example/s");
        context.MethodName.ShouldBe("Search");
        context.CancellationToken.ShouldBe(CancellationToken.None);
    }

    [Fact]
    public void An_auth_context_finds_the_peers_identity()
    {
        var name = AuthProperty.Create("x509_common_name", "desk"u8.ToArray());
        var other = AuthProperty.Create("transport", "tls"u8.ToArray());
        var context = new AuthContext("x509_common_name", new() { ["x509_common_name"] = [name], ["transport"] = [other] });

        context.IsPeerAuthenticated.ShouldBeTrue();
        context.PeerIdentity.Single().Value.ShouldBe("desk");
        context.Properties.ShouldBe([name, other], ignoreOrder: true);
        context.FindPropertiesByName("absent").ShouldBeEmpty();
    }

    [Fact]
    public void An_auth_context_without_identity_is_not_authenticated()
    {
        var context = new AuthContext(null, []);

        context.IsPeerAuthenticated.ShouldBeFalse();
        context.PeerIdentity.ShouldBeEmpty();
    }

    private sealed class ToldChannel : ChannelCredentialsConfiguratorBase
    {
        public List<string> Steps { get; } = [];

        public override void SetInsecureCredentials(object? state) => Steps.Add($"{state} insecure");

        public override void SetSslCredentials(
            object? state, string? rootCertificates, KeyCertificatePair? keyCertificatePair, VerifyPeerCallback? verifyPeerCallback)
        {
            var verify = verifyPeerCallback is null ? "" : "checked";
            Steps.Add($"{state} ssl {rootCertificates} {keyCertificatePair?.CertificateChain} {verify}");
        }

        public override void SetCompositeCredentials(
            object? state, ChannelCredentials channelCredentials, CallCredentials callCredentials) =>
            Steps.Add($"{state} composite {channelCredentials.GetType().Name}");
    }

    private sealed class ToldCall : CallCredentialsConfiguratorBase
    {
        public IReadOnlyList<CallCredentials>? Composite { get; private set; }

        public AsyncAuthInterceptor? Function { get; private set; }

        public override void SetCompositeCredentials(object? state, IReadOnlyList<CallCredentials> credentials) =>
            Composite = credentials;

        public override void SetAsyncAuthInterceptorCredentials(object? state, AsyncAuthInterceptor interceptor) =>
            Function = interceptor;
    }
}
