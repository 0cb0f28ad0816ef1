using Grpc.Core;

namespace Parley.Compat.Tests.Contracts;

public sealed class ServerCallContextKeepsItsPromises
{
    [Fact]
    public void Each_member_shows_what_its_server_has_behind_it()
    {
        var context = new RecordedContext();

        context.Method.ShouldBe("/s/m");
        context.Host.ShouldBe("host");
        context.Peer.ShouldBe("ipv4:127.0.0.1:1");
        context.Deadline.ShouldBe(DateTime.MaxValue);
        context.RequestHeaders.ShouldBeSameAs(context.Headers);
        context.CancellationToken.IsCancellationRequested.ShouldBeTrue();
        context.ResponseTrailers.ShouldBeSameAs(context.Trailers);
        context.AuthContext.ShouldBeSameAs(context.Auth);
    }

    [Fact]
    public void Status_and_write_options_can_be_set()
    {
        var write = new WriteOptions();
        var context = new RecordedContext { Status = new Status(StatusCode.Aborted, "lost"), WriteOptions = write };

        context.Status.ShouldBe(new Status(StatusCode.Aborted, "lost"));
        context.WriteOptions.ShouldBeSameAs(write);
    }

    [Fact]
    public async Task Headers_go_to_the_server()
    {
        var context = new RecordedContext();
        Metadata headers = [];

        await context.WriteResponseHeadersAsync(headers);

        context.SentHeaders.ShouldBeSameAs(headers);
    }

    [Fact]
    public void A_propagation_token_is_made_by_the_server_with_or_without_options()
    {
        var context = new RecordedContext();

        context.CreatePropagationToken();
        context.CreatePropagationToken(ContextPropagationOptions.Default);

        context.Propagations.ShouldBe([null, ContextPropagationOptions.Default]);
    }

    [Fact]
    public void Notes_left_on_a_call_stay_with_it()
    {
        var context = new RecordedContext();

        context.UserState["caller"] = "desk";

        context.UserState["caller"].ShouldBe("desk");
        new RecordedContext().UserState.ShouldBeEmpty();
    }
}
