using Grpc.Core;
using Parley.Cli.Output;
using Parley.Platform.Grpc;

namespace Parley.Cli.Tests.Output;

public sealed class Refusals
{
    [Theory]
    [InlineData("subscription.actors[1]", "--actor (number 2) is wrong.")]
    [InlineData("filter.statuses[0]", "--status (number 1) is wrong.")]
    [InlineData("subscription.name", "--name is wrong.")]
    [InlineData("query", "the text to search for is wrong.")]
    [InlineData("resume_token", "--from is wrong.")]
    [InlineData("something.else", "something.else is wrong.")]
    public void A_field_that_is_wrong_is_named_by_its_option(string field, string message) =>
        Refusal.Of(GrpcErrors.Invalid(field, "is wrong")).ShouldBe(new Refusal(message, 2));

    [Fact]
    public void Each_field_has_a_line() =>
        Refusal.Of(GrpcErrors.Invalid([new("subscription.name", "is long"), new("subscription.actors[0]", "is none")])).Message
            .Split(Environment.NewLine).ShouldBe(["--name is long.", "--actor (number 1) is none."]);

    [Fact]
    public void A_subscription_that_is_not_there_leads_to_those_that_are()
    {
        var refusal = Refusal.Of(GrpcErrors.NotFound("subscription", "sub-1"));

        refusal.ExitStatus.ShouldBe(1);
        refusal.Message.ShouldBe("There is no subscription sub-1. Those that there are: ./parley subscribe list");
    }

    [Fact]
    public void A_dossier_that_is_not_there_leads_to_those_that_are()
    {
        var refusal = Refusal.Of(GrpcErrors.NotFound("dossier", "conflict:PER"));

        refusal.ExitStatus.ShouldBe(1);
        refusal.Message.ShouldStartWith("There is no dossier conflict:PER. Those that there are: ./parley dossier;");
    }

    [Theory]
    [InlineData(StatusCode.Unavailable, 3, "./parley up")]
    [InlineData(StatusCode.DeadlineExceeded, 3, "./parley status")]
    [InlineData(StatusCode.Unauthenticated, 2, "PARLEY_KEY")]
    [InlineData(StatusCode.PermissionDenied, 2, "./parley keys")]
    [InlineData(StatusCode.Unimplemented, 1, "version")]
    [InlineData(StatusCode.Internal, 1, "boom")]
    public void Every_other_says_what_to_do_next_and_ends_with_its_status(StatusCode code, int exitStatus, string hint)
    {
        var refusal = Refusal.Of(new RpcException(new Status(code, "boom")));

        refusal.ExitStatus.ShouldBe(exitStatus);
        refusal.Message.ShouldContain(hint);
    }
}
