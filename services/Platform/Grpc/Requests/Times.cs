using Google.Protobuf.WellKnownTypes;
using Grpc.Core;

namespace Parley.Platform.Grpc;

/// <summary>Times as callers give them.</summary>
public static class Times
{
    /// <summary>A span of at least nothing; null where it is no such span, or one of more than a year.</summary>
    public static TimeSpan? Span(Duration span) =>
        span is { Seconds: >= 0 and <= 366 * 86_400, Nanos: >= 0 and < 1_000_000_000 } ? span.ToTimeSpan() : null;

    /// <summary>A time that may be left out; null where it is.</summary>
    /// <param name="time">As the caller gave it.</param>
    /// <param name="field">The request's field, for the error.</param>
    /// <exception cref="RpcException">INVALID_ARGUMENT: there is no such time.</exception>
    public static DateTimeOffset? Read(Timestamp? time, string field)
    {
        try
        {
            return time?.ToDateTimeOffset();
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentOutOfRangeException)
        {
            throw GrpcErrors.Invalid(field, "is not a time between the years 1 and 9999");
        }
    }
}
