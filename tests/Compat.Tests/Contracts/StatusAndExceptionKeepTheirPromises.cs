using Grpc.Core;

namespace Parley.Compat.Tests.Contracts;

public sealed class StatusAndExceptionKeepTheirPromises
{
    [Fact]
    public void A_status_shows_code_and_detail() =>
        new Status(StatusCode.NotFound, "no such entry").ToString()
            .ShouldBe("Status(StatusCode=\"NotFound\", Detail=\"no such entry\")");

    [Fact]
    public void A_status_shows_the_exception_behind_it() =>
        new Status(StatusCode.Internal, "broke", new TimeoutException("slow")).ToString()
            .ShouldBe("Status(StatusCode=\"Internal\", Detail=\"broke\", DebugException=\"System.TimeoutException: slow\")");

    [Fact]
    public void A_status_never_shows_a_stack_trace()
    {
        var thrown = Should.Throw<TimeoutException>(() => throw new TimeoutException("slow"));

        thrown.StackTrace.ShouldNotBeNull();
        new RpcException(new Status(StatusCode.Internal, "broke", thrown)).Message
            .ShouldNotContain(nameof(A_status_never_shows_a_stack_trace));
    }

    [Fact]
    public void A_status_gives_back_its_parts_and_its_default_is_OK()
    {
        var cause = new TimeoutException();
        var status = new Status(StatusCode.DataLoss, "torn", cause);

        status.StatusCode.ShouldBe(StatusCode.DataLoss);
        status.Detail.ShouldBe("torn");
        status.DebugException.ShouldBeSameAs(cause);
        default(Status).StatusCode.ShouldBe(StatusCode.OK);
        default(Status).ToString().ShouldBe("Status(StatusCode=\"OK\", Detail=\"\")");
    }

    [Fact]
    public void Statuses_compare_by_value()
    {
        new Status(StatusCode.NotFound, "x").ShouldBe(new Status(StatusCode.NotFound, "x"));
        new Status(StatusCode.NotFound, "x").ShouldNotBe(new Status(StatusCode.NotFound, "y"));
        Status.DefaultSuccess.ShouldBe(new Status(StatusCode.OK, ""));
        Status.DefaultCancelled.StatusCode.ShouldBe(StatusCode.Cancelled);
    }

    [Fact]
    public void Codes_have_the_numbers_of_the_protocol() => Enum.GetValues<StatusCode>().Select(code => (int)code)
        .ShouldBe(Enumerable.Range(0, 17));

    [Fact]
    public void An_exception_shows_its_status_and_has_no_trailers_unless_given()
    {
        var failure = new RpcException(new Status(StatusCode.Aborted, "lost"));

        failure.Message.ShouldBe("Status(StatusCode=\"Aborted\", Detail=\"lost\")");
        failure.StatusCode.ShouldBe(StatusCode.Aborted);
        failure.Trailers.ShouldBeEmpty();
        failure.InnerException.ShouldBeNull();
    }

    [Fact]
    public void An_exception_without_trailers_to_hold_is_refused() =>
        Should.Throw<ArgumentNullException>(() => new RpcException(Status.DefaultCancelled, (Metadata)null!));

    [Fact]
    public void An_exception_can_have_trailers_and_a_message_of_its_own()
    {
        var trailers = new Metadata { { "reason", "race" } };
        var failure = new RpcException(new Status(StatusCode.Aborted, "lost"), trailers, "try again");

        failure.Message.ShouldBe("try again");
        failure.Trailers.ShouldBeSameAs(trailers);
        new RpcException(Status.DefaultCancelled, "given up").Message.ShouldBe("given up");
    }

    [Fact]
    public void What_lies_behind_a_status_is_the_inner_exception()
    {
        var cause = new TimeoutException();

        new RpcException(new Status(StatusCode.Internal, "broke", cause)).InnerException.ShouldBeSameAs(cause);
    }
}
