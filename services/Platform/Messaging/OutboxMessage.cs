using System.Diagnostics;
using System.Text.Json;
using Parley.Contracts;

namespace Parley.Platform.Messaging;

/// <summary>A message on its way from a committed transaction to the broker.</summary>
/// <param name="Id">The message's id on the wire, by which receivers tell a repetition.</param>
/// <param name="Type">The name that its sink knows the type by.</param>
/// <param name="Body">JSON in UTF-8.</param>
/// <param name="TraceParent">W3C trace context of what caused it; null where nothing was traced.</param>
public sealed record OutboxMessage(Guid Id, string Type, byte[] Body, string? TraceParent)
{
    /// <summary>What <see cref="Body"/> says, where it comes from the transaction itself; null where it was read from the table.</summary>
    public object? Content { get; private init; }

    internal static OutboxMessage Of<T>(T message, ActivityContext trace)
        where T : class =>
        new(Guid.CreateVersion7(), typeof(T).Name, JsonSerializer.SerializeToUtf8Bytes(message, ParleyJson.Line), Format(trace)) { Content = message };

    private static string? Format(ActivityContext trace) => trace == default
        ? null
        : $"00-{trace.TraceId.ToHexString()}-{trace.SpanId.ToHexString()}-{(trace.TraceFlags.HasFlag(ActivityTraceFlags.Recorded) ? "01" : "00")}";
}
