using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using RpcStatus = Google.Rpc.Status;
using Status = Grpc.Core.Status;

namespace Parley.Platform.Grpc;

/// <summary>
/// Errors as AIP-193 wants them: a canonical status, a message for people, and details for programs
/// (<c>google.rpc.Status</c> in the trailer <c>grpc-status-details-bin</c>).
/// </summary>
public static class GrpcErrors
{
    private const string Domain = "parley";

    /// <summary>Where the details travel.</summary>
    internal const string DetailsTrailer = "grpc-status-details-bin";

    /// <summary>INVALID_ARGUMENT that names each wrong field.</summary>
    public static RpcException Invalid(IReadOnlyCollection<FieldError> errors)
    {
        var details = new BadRequest();
        details.FieldViolations.AddRange(errors.Select(e => new BadRequest.Types.FieldViolation { Field = e.Field, Description = e.Description }));
        return Make(StatusCode.InvalidArgument, string.Join("; ", errors.Select(e => $"{e.Field} {e.Description}".TrimStart())), "INVALID_FIELD", details);
    }

    /// <summary>INVALID_ARGUMENT that names one wrong field.</summary>
    /// <param name="field">Its path: <c>article.text</c>.</param>
    /// <param name="description">What is wrong with it, to follow its name: <c>is empty</c>.</param>
    public static RpcException Invalid(string field, string description) => Invalid([new FieldError(field, description)]);

    /// <summary>NOT_FOUND.</summary>
    /// <param name="type">What kind of thing: <c>entry</c>.</param>
    /// <param name="id">The id that was asked for.</param>
    public static RpcException NotFound(string type, string id)
    {
        var name = Cut(id);
        return Make(StatusCode.NotFound, $"There is no {type} {name}.", "NOT_FOUND", new ResourceInfo { ResourceType = type, ResourceName = name });
    }

    /// <summary>FAILED_PRECONDITION: something else must be done first.</summary>
    public static RpcException Precondition(string reason) => Make(StatusCode.FailedPrecondition, reason, new ErrorInfo { Reason = "FAILED_PRECONDITION", Domain = Domain });

    /// <summary>OUT_OF_RANGE: it is more than can be had at a time.</summary>
    public static RpcException OutOfRange(string reason) => Make(StatusCode.OutOfRange, reason, new ErrorInfo { Reason = "OUT_OF_RANGE", Domain = Domain });

    /// <summary>UNAVAILABLE: the same call may succeed a little later.</summary>
    public static RpcException Unavailable(string reason, TimeSpan retryAfter) =>
        Make(StatusCode.Unavailable, reason, "UNAVAILABLE", new RetryInfo { RetryDelay = Duration.FromTimeSpan(retryAfter) });

    /// <summary>UNAUTHENTICATED or PERMISSION_DENIED, with the reason for programs and for people.</summary>
    internal static RpcException Refused(StatusCode code, string reason, string message) => Make(code, message, new ErrorInfo { Reason = reason, Domain = Domain });

    /// <summary>RESOURCE_EXHAUSTED: the request, or what would be the answer, is larger than a message may be.</summary>
    internal static RpcException TooLarge(int mostBytes)
    {
        var most = mostBytes.ToString(CultureInfo.InvariantCulture);
        var info = new ErrorInfo { Reason = "MESSAGE_TOO_LARGE", Domain = Domain, Metadata = { ["max_message_bytes"] = most } };
        return Make(StatusCode.ResourceExhausted, $"The request, or its answer, is larger than the {most} bytes that a message may have.", info);
    }

    /// <summary>INTERNAL with nothing but a number that the log has too.</summary>
    internal static RpcException Internal(string errorId) =>
        Make(StatusCode.Internal, $"Something went wrong in Parley; its log says what under {errorId}.", "INTERNAL", new RequestInfo { RequestId = errorId });

    /// <summary>The details of an error that Parley answered; null where it carries none.</summary>
    public static RpcStatus? Details(RpcException exception) =>
        exception.Trailers.GetValueBytes(DetailsTrailer) is { } bytes ? RpcStatus.Parser.ParseFrom(bytes) : null;

    /// <summary>The first field that an INVALID_ARGUMENT names; null for other errors.</summary>
    public static string? FirstField(RpcException exception)
    {
        foreach (var detail in Details(exception)?.Details ?? [])
        {
            if (detail.TryUnpack<BadRequest>(out var request))
                return request.FieldViolations.FirstOrDefault()?.Field;
        }

        return null;
    }

    /// <summary>An id as far as an error repeats it: errors travel in trailers, and clients give up a call whose trailers are large.</summary>
    public static string Cut(string id)
    {
        if (id.Length <= Ids.Longest)
            return id;
        // Half of a surrogate pair could not be sent.
        return id[..(char.IsHighSurrogate(id[Ids.Longest - 1]) ? Ids.Longest - 1 : Ids.Longest)] + "…";
    }

    private static RpcException Make(StatusCode code, string message, string reason, IMessage detail) =>
        Make(code, message, new ErrorInfo { Reason = reason, Domain = Domain }, detail);

    private static RpcException Make(StatusCode code, string message, params IMessage[] details)
    {
        var status = new RpcStatus { Code = (int)code, Message = message };
        status.Details.AddRange(details.Select(Any.Pack));
        return new RpcException(new Status(code, message), new Metadata { { DetailsTrailer, status.ToByteArray() } });
    }
}
