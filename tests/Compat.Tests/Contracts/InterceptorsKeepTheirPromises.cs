using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Parley.Compat.Tests.Contracts;

public sealed class InterceptorsKeepTheirPromises
{
    [Fact]
    public async Task An_interceptor_passes_every_form_of_call_on_unless_it_overrides()
    {
        var target = new RecordingInvoker();
        var invoker = target.Intercept(new Idle());
        var options = new CallOptions(deadline: DateTime.UnixEpoch);

        invoker.BlockingUnaryCall(Method, "host", options, "word").ShouldBe("reply");
        (await invoker.AsyncUnaryCall(Method, "host", options, "word")).ShouldBe("reply");
        _ = invoker.AsyncServerStreamingCall(Method, "host", options, "word");
        _ = invoker.AsyncClientStreamingCall(Method, "host", options);
        _ = invoker.AsyncDuplexStreamingCall(Method, "host", options);

        target.Calls.Select(call => call.Form).ShouldBe(["blocking", "unary", "server", "client", "duplex"]);
        target.Calls.ShouldAllBe(call => call.Host == "host" && call.Options.Deadline == DateTime.UnixEpoch);
        target.Calls.Select(call => call.Request).ShouldBe(["word", "word", "word", null, null]);
    }

    [Fact]
    public async Task A_server_interceptor_passes_every_form_of_call_on_unless_it_overrides()
    {
        var idle = new Idle();
        var context = new RecordedContext();
        var steps = new List<string>();

        (await idle.UnaryServerHandler<string, string>("a", context, (request, given) =>
        {
            given.ShouldBeSameAs(context);
            return Task.FromResult(request + "b");
        })).ShouldBe("ab");
        (await idle.ClientStreamingServerHandler<string, string>(null!, context, (_, _) => Task.FromResult("c"))).ShouldBe("c");
        await idle.ServerStreamingServerHandler<string, string>("d", null!, context, (request, _, _) => Done(request));
        await idle.DuplexStreamingServerHandler<string, string>(null!, null!, context, (_, _, _) => Done("e"));

        steps.ShouldBe(["d", "e"]);

        Task Done(string step)
        {
            steps.Add(step);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public void The_context_of_an_interceptor_holds_method_host_and_options()
    {
        var options = new CallOptions(deadline: DateTime.UnixEpoch);
        var context = new ClientInterceptorContext<string, string>(Method, "host", options);

        context.Method.ShouldBeSameAs(Method);
        context.Host.ShouldBe("host");
        context.Options.ShouldBe(options);
    }

    [Fact]
    public void An_interceptor_can_send_the_call_elsewhere()
    {
        var target = new RecordingInvoker();

        target.Intercept(new Detour()).BlockingUnaryCall(Method, "host", default, "word");

        var call = target.Calls.Single();
        call.Host.ShouldBe("detour");
        call.Request.ShouldBe("WORD");
        call.Options.IsWaitForReady.ShouldBeTrue();
    }

    [Fact]
    public void The_interceptors_given_run_in_their_order_and_those_added_later_before_them()
    {
        var steps = new List<string>();

        new RecordingInvoker().Intercept(new Named("c", steps), new Named("d", steps)).Intercept(new Named("b", steps))
            .Intercept(new Named("a", steps)).BlockingUnaryCall(Method, null, default, "word");

        steps.ShouldBe(["a", "b", "c", "d", "d done", "c done", "b done", "a done"]);
    }

    [Fact]
    public void No_interceptors_leave_the_invoker_as_it_is()
    {
        var target = new RecordingInvoker();

        target.Intercept([]).BlockingUnaryCall(Method, null, default, "word").ShouldBe("reply");

        target.Calls.Count.ShouldBe(1);
    }

    [Fact]
    public void A_function_over_headers_gets_those_of_the_call_or_new_ones_and_gives_what_is_sent()
    {
        var target = new RecordingInvoker();
        var given = new List<Metadata>();
        Metadata own = [];
        Metadata sent = [];
        var invoker = target.Intercept(headers =>
        {
            given.Add(headers);
            return sent;
        });

        invoker.BlockingUnaryCall(Method, null, new CallOptions(own), "word");
        invoker.BlockingUnaryCall(Method, null, default, "word");

        given[0].ShouldBeSameAs(own);
        given[1].ShouldBeEmpty();
        given[1].IsReadOnly.ShouldBeFalse();
        target.Calls.ShouldAllBe(call => ReferenceEquals(call.Options.Headers, sent));
    }

    [Fact]
    public void What_is_not_there_cannot_intercept_nor_be_intercepted()
    {
        var target = new RecordingInvoker();

        Should.Throw<ArgumentNullException>(() => target.Intercept((Interceptor)null!));
        Should.Throw<ArgumentNullException>(() => target.Intercept((Interceptor[])null!));
        Should.Throw<ArgumentNullException>(() => target.Intercept(new Idle(), null!));
        Should.Throw<ArgumentNullException>(() => target.Intercept((Func<Metadata, Metadata>)null!));
        Should.Throw<ArgumentNullException>(() => ((CallInvoker)null!).Intercept(new Idle()));
        Should.Throw<ArgumentNullException>(() => ((ChannelBase)null!).Intercept(new Idle()));
    }

    private static readonly Method<string, string> Method =
        new(MethodType.Unary, "s", "m", Marshallers.StringMarshaller, Marshallers.StringMarshaller);

    private sealed class Idle : Interceptor;

    private sealed class Detour : Interceptor
    {
        public override TResponse BlockingUnaryCall<TRequest, TResponse>(
            TRequest request,
            ClientInterceptorContext<TRequest, TResponse> context,
            BlockingUnaryCallContinuation<TRequest, TResponse> continuation) => continuation(
                (TRequest)(object)((string)(object)request).ToUpperInvariant(),
                new ClientInterceptorContext<TRequest, TResponse>(context.Method, "detour", context.Options.WithWaitForReady()));
    }

    private sealed class Named(string name, List<string> steps) : Interceptor
    {
        public override TResponse BlockingUnaryCall<TRequest, TResponse>(
            TRequest request,
            ClientInterceptorContext<TRequest, TResponse> context,
            BlockingUnaryCallContinuation<TRequest, TResponse> continuation)
        {
            steps.Add(name);
            var response = continuation(request, context);
            steps.Add($"{name} done");
            return response;
        }
    }
}
