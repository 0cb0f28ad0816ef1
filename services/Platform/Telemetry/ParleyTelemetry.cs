using System.Diagnostics;

namespace Parley.Platform.Telemetry;

/// <summary>
/// Parley's own traces. gRPC, bus and database trace themselves (<see cref="ForeignSources"/>); what is here carries a trace over the two
/// places where they lose it: the outbox, and a transaction that takes several messages.
/// </summary>
public static class ParleyTelemetry
{
    /// <summary>The name of Parley's activity source.</summary>
    public const string SourceName = "Parley";

    /// <summary>The sources that, with Parley's own, make an article's way one trace.</summary>
    public static IReadOnlyList<string> ForeignSources { get; } = ["Microsoft.AspNetCore", "System.Net.Http", "MassTransit", "Npgsql"];

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>The trace of a stored message; the default where it belongs to none.</summary>
    public static ActivityContext Read(string? traceParent) => ActivityContext.TryParse(traceParent, null, isRemote: true, out var read) ? read : default;

    /// <summary>Goes on with the trace of a stored message.</summary>
    public static Activity? Start(string name, ActivityKind kind, string? traceParent) => StartBatch(name, [Read(traceParent)], kind);

    /// <summary>One activity for what is done with several messages: in the trace of the first that has one, linked to those of the others.</summary>
    public static Activity? StartBatch(string name, IReadOnlyList<ActivityContext> traces, ActivityKind kind = ActivityKind.Internal)
    {
        if (!Source.HasListeners())
            return null;
        var traced = traces.Where(t => t != default).ToList();
        return traced.Count == 0
            ? null
            : Source.StartActivity(name, kind, traced[0], links: traced.Skip(1).Select(t => new ActivityLink(t)));
    }
}
