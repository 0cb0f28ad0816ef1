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
    public void Credentials_that_carry_call_credentials_take_no_more()
    {
        var call = CallCredentials.FromInterceptor((_, _) => Task.CompletedTask);
        var composite = ChannelCredentials.Create(ChannelCredentials.SecureSsl, call);

        Should.Throw<ArgumentException>(() => ChannelCredentials.Create(composite, call));
        Should.Throw<ArgumentException>(() => ChannelCredentials.Create(new OwnCredentials(), call));
    }

    [Fact]
    public void A_composition_needs_both_parts()
    {
        var call = CallCredentials.FromInterceptor((_, _) => Task.CompletedTask);

        Should.Throw<ArgumentNullException>(() => ChannelCredentials.Create(null!, call));
        Should.Throw<ArgumentNullException>(() => ChannelCredentials.Create(ChannelCredentials.SecureSsl, null!));
        Should.Throw<ArgumentNullException>(() => CallCredentials.FromInterceptor(null!));
        Should.Throw<ArgumentNullException>(() => CallCredentials.Compose(null!));
    }

    [Fact]
    public void A_later_change_of_the_array_does_not_change_a_composition()
    {
        var first = CallCredentials.FromInterceptor((_, _) => Task.CompletedTask);
        var second = CallCredentials.FromInterceptor((_, _) => Task.CompletedTask);
        CallCredentials[] parts = [first, second];
        var told = new ToldCall();

        var composite = CallCredentials.Compose(parts);
        parts[0] = second;
        composite.InternalPopulateConfiguration(told, null);

        told.Composite.ShouldBe([first, second]);
    }

    [Fact]
    public void Tls_credentials_give_back_what_they_were_made_of()
    {
        var pair = new KeyCertificatePair("chain", "key");

        new SslCredentials().RootCertificates.ShouldBeNull();
        new SslCredentials("roots").RootCertificates.ShouldBe("roots");
        new SslCredentials("roots").KeyCertificatePair.ShouldBeNull();
        new SslCredentials("roots", pair).KeyCertificatePair.ShouldBeSameAs(pair);
        pair.PrivateKey.ShouldBe("key");
        pair.CertificateChain.ShouldBe("chain");
        Should.Throw<ArgumentNullException>(() => new KeyCertificatePair(null!, "key"));
        Should.Throw<ArgumentNullException>(() => new KeyCertificatePair("chain", null!));
    }

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
        using var cancel = new CancellationTokenSource();
        new AuthInterceptorContext("u", "m", cancel.Token).CancellationToken.ShouldBe(cancel.Token);
        Should.Throw<ArgumentNullException>(() => new AuthInterceptorContext(null!, "m"));
        Should.Throw<ArgumentNullException>(() => new AuthInterceptorContext("u", null!));
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
        context.PeerIdentityPropertyName.ShouldBeNull();
        context.Properties.ShouldBeEmpty();
    }

    [Fact]
    public void An_auth_property_copies_its_bytes()
    {
        byte[] bytes = [68, 69];
        var property = AuthProperty.Create("name", bytes);
        bytes[0] = 0;
        property.ValueBytes[1] = 0;

        property.Name.ShouldBe("name");
        property.ValueBytes.ShouldBe([68, 69]);
        property.Value.ShouldBe("DE");
        Should.Throw<ArgumentNullException>(() => AuthProperty.Create(null!, []));
        Should.Throw<ArgumentNullException>(() => AuthProperty.Create("name", null!));
    }

    private sealed class OwnCredentials : ChannelCredentials
    {
        public override void InternalPopulateConfiguration(ChannelCredentialsConfiguratorBase configurator, object? state) =>
            configurator.SetInsecureCredentials(state);
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
