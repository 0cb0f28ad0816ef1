using System.Diagnostics;
using Parley.Platform.Messaging;
using Parley.Platform.Telemetry;

namespace Parley.Platform.Tests.Telemetry;

public sealed class Traces_go_on : IDisposable
{
    private readonly ActivityListener _listener = new()
    {
        ShouldListenTo = source => source.Name == ParleyTelemetry.SourceName,
        Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
    };

    public Traces_go_on() => ActivitySource.AddActivityListener(_listener);

    public void Dispose() => _listener.Dispose();

    [Theory]
    [InlineData(ActivityTraceFlags.Recorded)]
    [InlineData(ActivityTraceFlags.None)]
    public void Behind_the_outbox_the_trace_is_that_of_the_cause(ActivityTraceFlags flags)
    {
        var cause = Trace(flags);
        var stored = OutboxMessage.Of("a message", cause);

        using var activity = ParleyTelemetry.Start("relay", ActivityKind.Producer, stored.TraceParent).ShouldNotBeNull();

        activity.TraceId.ShouldBe(cause.TraceId);
        activity.ParentSpanId.ShouldBe(cause.SpanId);
        activity.HasRemoteParent.ShouldBeTrue();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not a trace")]
    public void Without_a_cause_there_is_no_trace(string? traceParent) =>
        ParleyTelemetry.Start("relay", ActivityKind.Producer, traceParent).ShouldBeNull();

    [Fact]
    public void A_message_that_nothing_traced_is_stored_without() => OutboxMessage.Of("a message", default).TraceParent.ShouldBeNull();

    [Fact]
    public void A_batch_is_in_the_trace_of_its_first_and_linked_to_the_others()
    {
        var (first, second, third) = (Trace(), Trace(), Trace());

        using var activity = ParleyTelemetry.StartBatch("batch", [first, second, default, third]).ShouldNotBeNull();

        activity.TraceId.ShouldBe(first.TraceId);
        activity.Links.Select(l => l.Context.TraceId).ShouldBe([second.TraceId, third.TraceId]);
    }

    [Fact]
    public void A_batch_whose_first_has_no_trace_is_in_that_of_the_next()
    {
        var second = Trace();

        using var activity = ParleyTelemetry.StartBatch("batch", [default, second]).ShouldNotBeNull();

        activity.TraceId.ShouldBe(second.TraceId);
    }

    [Fact]
    public void A_batch_without_traces_is_not_traced()
    {
        ParleyTelemetry.StartBatch("batch", []).ShouldBeNull();
        ParleyTelemetry.StartBatch("batch", [default, default]).ShouldBeNull();
    }

    private static ActivityContext Trace(ActivityTraceFlags flags = ActivityTraceFlags.Recorded) =>
        new(ActivityTraceId.CreateRandom(), ActivitySpanId.CreateRandom(), flags);
}
