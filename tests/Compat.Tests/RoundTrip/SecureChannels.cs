using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Parley.Compat.Tests.Echoes;

namespace Parley.Compat.Tests.RoundTrip;

public sealed class SecureChannels
{
    [Fact]
    public async Task Composed_credentials_secure_the_channel_and_sign_each_call()
    {
        await using var server = await EchoServer.StartAsync(
            configureChannel: options => Trust(options, ChannelCredentials.Create(ChannelCredentials.SecureSsl, Key("x-channel", "a"))),
            configureListener: Secure);

        await server.Client.SayAsync(new EchoMessage());

        Sent(await server.Journal.Seen.Task, "x-channel").ShouldBe("a");
    }

    [Fact]
    public async Task The_credentials_of_a_call_come_beside_those_of_the_channel()
    {
        await using var server = await EchoServer.StartAsync(
            configureChannel: options => Trust(options, ChannelCredentials.Create(ChannelCredentials.SecureSsl, Key("x-channel", "a"))),
            configureListener: Secure);

        await server.Client.SayAsync(new EchoMessage(), new CallOptions().WithCredentials(Key("x-call", "b")));

        var seen = await server.Journal.Seen.Task;
        Sent(seen, "x-channel").ShouldBe("a");
        Sent(seen, "x-call").ShouldBe("b");
    }

    [Fact]
    public async Task Credentials_hear_what_is_called()
    {
        AuthInterceptorContext? told = null;
        await using var server = await EchoServer.StartAsync(
            configureChannel: options => Trust(options, ChannelCredentials.SecureSsl), configureListener: Secure);
        var credentials = CallCredentials.FromInterceptor((context, _) =>
        {
            told = context;
            return Task.CompletedTask;
        });

        await server.Client.SayAsync(new EchoMessage(), new CallOptions(credentials: credentials));

        told.ShouldNotBeNull();
        told.MethodName.ShouldBe("Say");
        told.ServiceUrl.ShouldBe($"https://{server.Channel.Target}/compat.tests.Echo");
    }

    [Fact]
    public async Task Credentials_that_fail_fail_the_call()
    {
        await using var server = await EchoServer.StartAsync(
            configureChannel: options => Trust(options, ChannelCredentials.SecureSsl), configureListener: Secure);
        var credentials = CallCredentials.FromInterceptor((_, _) => Task.FromException(new TimeoutException("no key")));

        var failure = await Should.ThrowAsync<RpcException>(server.Client.SayAsync(
            new EchoMessage(), new CallOptions(credentials: credentials)).ResponseAsync);

        failure.InnerException.ShouldBeOfType<TimeoutException>();
        server.Journal.Seen.Task.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task Credentials_of_a_call_do_not_leave_on_an_open_connection()
    {
        await using var server = await EchoServer.StartAsync();

        await server.Client.SayAsync(new EchoMessage(), new CallOptions(credentials: Key("x-call", "b")));

        (await server.Journal.Seen.Task).Headers.ShouldNotContain(header => header.Key == "x-call");
    }

    [Fact]
    public async Task The_published_client_takes_roots_and_client_certificates_from_its_handler_only()
    {
        await using var server = await EchoServer.StartAsync(configureListener: Secure);

        Should.Throw<InvalidOperationException>(() =>
            server.Open(options => Trust(options, new SslCredentials("roots"))));
    }

    [Fact]
    public async Task Secure_credentials_and_an_open_address_contradict_each_other()
    {
        await using var server = await EchoServer.StartAsync();

        Should.Throw<InvalidOperationException>(() => server.Open(options => options.Credentials = ChannelCredentials.SecureSsl));
    }

    [Fact]
    public async Task A_client_certificate_says_who_calls()
    {
        using var desk = Certificate("desk");
        await using var server = await EchoServer.StartAsync(
            configureChannel: options => Trust(options, ChannelCredentials.SecureSsl, desk), configureListener: Secure);

        await server.Client.SayAsync(new EchoMessage());

        var auth = (await server.Journal.Seen.Task).AuthContext;
        auth.IsPeerAuthenticated.ShouldBeTrue();
        auth.PeerIdentityPropertyName.ShouldBe("x509_common_name");
        auth.PeerIdentity.Single().Value.ShouldBe("desk");
    }

    private static readonly X509Certificate2 ServerCertificate = Certificate("localhost");

    private static CallCredentials Key(string header, string value) => CallCredentials.FromInterceptor((_, metadata) =>
    {
        metadata.Add(header, value);
        return Task.CompletedTask;
    });

    private static string Sent(EchoJournal.SeenCall seen, string key) => seen.Headers.Single(header => header.Key == key).Value;

    private static void Secure(ListenOptions listen) => listen.UseHttps(https =>
    {
        https.ServerCertificate = ServerCertificate;
        https.ClientCertificateMode = ClientCertificateMode.AllowCertificate;
        https.AllowAnyClientCertificate();
    });

    private static void Trust(GrpcChannelOptions options, ChannelCredentials credentials, X509Certificate2? client = null)
    {
        var handler = new SocketsHttpHandler();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, given, _, _) => ServerCertificate.Equals(given);
        if (client is not null)
            handler.SslOptions.ClientCertificates = [client];
        options.HttpHandler = handler;
        options.DisposeHttpClient = true;
        options.Credentials = credentials;
    }

    private static X509Certificate2 Certificate(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        using var bare = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(bare.Export(X509ContentType.Pkcs12), null);
    }
}
