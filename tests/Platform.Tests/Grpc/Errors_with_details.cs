using Google.Rpc;
using Grpc.Core;
using Parley.Platform.Grpc;

namespace Parley.Platform.Tests.Grpc;

public sealed class Errors_with_details
{
    [Fact]
    public void Every_wrong_field_is_named_for_people_and_for_programs()
    {
        var error = GrpcErrors.Invalid([new FieldError("article.text", "is empty"), new FieldError("article.url", "is no address")]);

        error.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        error.Status.Detail.ShouldBe("article.text is empty; article.url is no address");
        Unpack<BadRequest>(error).FieldViolations.Select(v => (v.Field, v.Description)).ShouldBe([("article.text", "is empty"), ("article.url", "is no address")]);
        Unpack<ErrorInfo>(error).ShouldBe(new ErrorInfo { Reason = "INVALID_FIELD", Domain = "parley" });
        GrpcErrors.FirstField(error).ShouldBe("article.text");
    }

    [Fact]
    public void What_is_not_there_is_named()
    {
        var error = GrpcErrors.NotFound("entry", "e-1");

        (error.StatusCode, error.Status.Detail).ShouldBe((StatusCode.NotFound, "There is no entry e-1."));
        Unpack<ResourceInfo>(error).ShouldBe(new ResourceInfo { ResourceType = "entry", ResourceName = "e-1" });
        GrpcErrors.FirstField(error).ShouldBeNull();
    }

    [Fact]
    public void An_id_that_would_not_fit_into_trailers_is_cut()
    {
        var error = GrpcErrors.NotFound("entry", new string('e', 1_000_000));

        error.Status.Detail.Length.ShouldBeLessThan(600);
        error.Trailers.GetValueBytes("grpc-status-details-bin")!.Length.ShouldBeLessThan(4_000);
    }

    [Fact]
    public void An_id_is_not_cut_within_a_character()
    {
        var error = GrpcErrors.NotFound("entry", new string('e', 511) + "🕊🕊");

        error.Status.Detail.ShouldBe($"There is no entry {new string('e', 511)}….");
    }

    [Fact]
    public void A_message_that_is_too_large_is_told_how_large_one_may_be()
    {
        var error = GrpcErrors.TooLarge(4_096);

        (error.StatusCode, error.Status.Detail).ShouldBe((StatusCode.ResourceExhausted, "The request, or its answer, is larger than the 4096 bytes that a message may have."));
        Unpack<ErrorInfo>(error).Metadata["max_message_bytes"].ShouldBe("4096");
    }

    [Fact]
    public void Who_may_try_again_is_told_when() =>
        Unpack<RetryInfo>(GrpcErrors.Unavailable("stopping", TimeSpan.FromSeconds(1.5))).RetryDelay.ToTimeSpan().ShouldBe(TimeSpan.FromSeconds(1.5));

    [Fact]
    public void What_went_wrong_inside_is_told_by_a_number_only()
    {
        var error = GrpcErrors.Internal("42");

        (error.StatusCode, error.Status.Detail).ShouldBe((StatusCode.Internal, "Something went wrong in Parley; its log says what under 42."));
        Unpack<RequestInfo>(error).RequestId.ShouldBe("42");
    }

    [Fact]
    public void The_status_in_the_details_is_that_of_the_call()
    {
        var details = GrpcErrors.Details(GrpcErrors.NotFound("entry", "e-1")).ShouldNotBeNull();

        (details.Code, details.Message).ShouldBe((5, "There is no entry e-1."));
    }

    [Fact]
    public void An_error_of_another_server_has_none()
    {
        var error = new RpcException(new global::Grpc.Core.Status(StatusCode.Aborted, "no"));

        GrpcErrors.Details(error).ShouldBeNull();
        GrpcErrors.FirstField(error).ShouldBeNull();
    }

    private static T Unpack<T>(RpcException error)
        where T : Google.Protobuf.IMessage<T>, new() =>
        GrpcErrors.Details(error)!.Details.Single(d => d.Is(new T().Descriptor)).Unpack<T>();
}
