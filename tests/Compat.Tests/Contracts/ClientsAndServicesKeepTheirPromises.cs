using System.Diagnostics;
using Grpc.Core;
using Parley.Compat.Tests.Echoes;

namespace Parley.Compat.Tests.Contracts;

public sealed class ClientsAndServicesKeepTheirPromises
{
    [Fact]
    public void A_method_has_a_path()
    {
        var method = new Method<string, string>(
            MethodType.ServerStreaming, "parley.v1.S", "Watch", Marshallers.StringMarshaller, Marshallers.StringMarshaller);

        method.FullName.ShouldBe("/parley.v1.S/Watch");
        method.ServiceName.ShouldBe("parley.v1.S");
        method.Name.ShouldBe("Watch");
        method.Type.ShouldBe(MethodType.ServerStreaming);
    }

    [Fact]
    public void A_method_needs_its_names_and_marshallers()
    {
        var text = Marshallers.StringMarshaller;

        Should.Throw<ArgumentNullException>(() => new Method<string, string>(MethodType.Unary, null!, "m", text, text));
        Should.Throw<ArgumentNullException>(() => new Method<string, string>(MethodType.Unary, "s", null!, text, text));
        Should.Throw<ArgumentNullException>(() => new Method<string, string>(MethodType.Unary, "s", "m", null!, text));
        Should.Throw<ArgumentNullException>(() => new Method<string, string>(MethodType.Unary, "s", "m", text, null!));
    }

    [Fact]
    public void A_binder_that_takes_no_methods_says_so()
    {
        var definition = Echo.BindService(new Unimplemented());

        Should.Throw<NotImplementedException>(() => definition.BindService(new BareBinder()));
        Should.Throw<ArgumentNullException>(() => definition.BindService(null!));
    }

    [Fact]
    public void A_client_without_invoker_refuses_every_form_of_call()
    {
        var client = new Double();

        Should.Throw<NotImplementedException>(() => client.SayAsync(new EchoMessage()));
        Should.Throw<NotImplementedException>(() => client.Spread(new EchoMessage()));
        Should.Throw<NotImplementedException>(() => client.Gather());
        Should.Throw<NotImplementedException>(() => client.Chat());
    }

    [Fact]
    public void A_lite_client_calls_through_its_invoker_or_its_channel()
    {
        new Lite(new HostWitness()).Invoker.ShouldBeOfType<HostWitness>();
        new Lite(new NowhereChannel()).Invoker.ShouldBeOfType<HostWitness>();
        Should.Throw<NotImplementedException>(() => new Lite().Invoker.AsyncDuplexStreamingCall(
            new Method<string, string>(
                MethodType.DuplexStreaming, "s", "m", Marshallers.StringMarshaller, Marshallers.StringMarshaller),
            null,
            default));
        Should.Throw<ArgumentNullException>(() => new Lite((CallInvoker)null!));
    }

    [Fact]
    public void A_client_without_invoker_refuses_every_call() =>
        Should.Throw<NotImplementedException>(() => new Double().Say(new EchoMessage()));

    [Fact]
    public void A_clients_method_can_be_overridden()
    {
        Echo.EchoClient client = new Answering();

        client.Say(new EchoMessage { Text = "a" }, new CallOptions()).Text.ShouldBe("answered");
    }

    [Fact]
    public void WithHost_names_the_host_of_each_call()
    {
        var witness = new HostWitness();
        var client = new Echo.EchoClient(witness);

        client.Say(new EchoMessage());
        client.WithHost("other.example").Say(new EchoMessage());
        client.WithHost("one.example").WithHost("two.example").Say(new EchoMessage());

        witness.Hosts.ShouldBe([null, "other.example", "two.example"]);
        Should.Throw<ArgumentNullException>(() => client.WithHost(null!));
    }

    [Fact]
    public void A_service_definition_binds_its_methods_in_order()
    {
        var binder = new Binder();

        Echo.BindService(new Unimplemented()).BindService(binder);

        binder.Methods.ShouldBe(
        [
            "unary /compat.tests.Echo/Say", "unary /compat.tests.Echo/Fail", "unary /compat.tests.Echo/Wait",
            "server /compat.tests.Echo/Spread", "client /compat.tests.Echo/Gather", "duplex /compat.tests.Echo/Chat",
        ]);
    }

    [Fact]
    public void A_service_definition_has_a_method_once()
    {
        var method = new Method<string, string>(
            MethodType.Unary, "s", "m", Marshallers.StringMarshaller, Marshallers.StringMarshaller);
        UnaryServerMethod<string, string> handler = (request, _) => Task.FromResult(request);
        var builder = ServerServiceDefinition.CreateBuilder().AddMethod(method, handler);

        Should.Throw<ArgumentException>(() => builder.AddMethod(method, handler));
    }

    [Fact]
    public void A_generated_service_says_how_it_is_bound()
    {
        var attribute = Attribute.GetCustomAttribute(typeof(Unimplemented), typeof(BindServiceMethodAttribute));

        var bind = attribute.ShouldBeOfType<BindServiceMethodAttribute>();
        bind.BindType.ShouldBe(typeof(Echo));
        bind.BindMethodName.ShouldBe("BindService");
    }

    [Fact]
    public async Task A_channel_shuts_down()
    {
        var channel = new NowhereChannel();

        channel.Target.ShouldBe("nowhere");
        await channel.ShutdownAsync();
    }

    [Fact]
    public void The_assemblies_have_the_identity_that_the_published_packages_refer_to()
    {
        foreach (var type in (Type[])[typeof(Status), typeof(ConnectivityState)])
        {
            var name = type.Assembly.GetName();
            name.Version.ShouldBe(new Version(2, 0, 0, 0));
            Convert.ToHexString(name.GetPublicKeyToken()!).ShouldBe("D754F35622E28BAD");
        }
    }

    [Fact]
    public void The_version_that_is_told_is_that_of_the_assembly()
    {
        var assembly = typeof(VersionInfo).Assembly;

        VersionInfo.CurrentAssemblyVersion.ShouldBe(assembly.GetName().Version!.ToString());
        VersionInfo.CurrentAssemblyFileVersion.ShouldBe(FileVersionInfo.GetVersionInfo(assembly.Location).FileVersion);
        VersionInfo.CurrentVersion.ShouldBe("2.85.0");
    }

    private sealed class Unimplemented : Echo.EchoBase;

    private sealed class BareBinder : ServiceBinderBase;

    private sealed class Lite : LiteClientBase
    {
        public Lite()
        {
        }

        public Lite(CallInvoker invoker)
            : base(invoker)
        {
        }

        public Lite(ChannelBase channel)
            : base(channel)
        {
        }

        public CallInvoker Invoker => CallInvoker;
    }

    private sealed class Double : Echo.EchoClient;

    private sealed class Answering : Echo.EchoClient
    {
        public override EchoMessage Say(EchoMessage request, CallOptions options) => new() { Text = "answered" };
    }

    private sealed class NowhereChannel() : ChannelBase("nowhere")
    {
        public override CallInvoker CreateCallInvoker() => new HostWitness();
    }

    private sealed class Binder : ServiceBinderBase
    {
        public List<string> Methods { get; } = [];

        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse>? handler) =>
            Methods.Add($"unary {method.FullName}");

        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, ClientStreamingServerMethod<TRequest, TResponse>? handler) =>
            Methods.Add($"client {method.FullName}");

        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse>? handler) =>
            Methods.Add($"server {method.FullName}");

        public override void AddMethod<TRequest, TResponse>(
            Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse>? handler) =>
            Methods.Add($"duplex {method.FullName}");
    }

    private sealed class HostWitness : CallInvoker
    {
        public List<string?> Hosts { get; } = [];

        public override TResponse BlockingUnaryCall<TRequest, TResponse>(
            Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request)
        {
            Hosts.Add(host);
            return (TResponse)(object)request;
        }

        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
            Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) =>
            throw new NotSupportedException();

        public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
            Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) =>
            throw new NotSupportedException();

        public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
            Method<TRequest, TResponse> method, string? host, CallOptions options) =>
            throw new NotSupportedException();

        public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
            Method<TRequest, TResponse> method, string? host, CallOptions options) =>
            throw new NotSupportedException();
    }
}
