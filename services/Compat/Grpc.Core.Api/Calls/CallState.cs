namespace Grpc.Core;

/// <summary>What every form of call shares: its headers, its end and the way to drop it.</summary>
internal sealed class CallState(
    Func<object, Task<Metadata>> responseHeaders,
    Func<object, Status> status,
    Func<object, Metadata> trailers,
    Action<object> dispose,
    object state)
{
    /// <summary>The form in which interceptors and test doubles give the parts: without a state to pass.</summary>
    public CallState(Task<Metadata> responseHeaders, Func<Status> status, Func<Metadata> trailers, Action dispose)
        : this(
            static parts => ((Parts)parts).ResponseHeaders,
            static parts => ((Parts)parts).Status(),
            static parts => ((Parts)parts).Trailers(),
            static parts => ((Parts)parts).Dispose(),
            new Parts(responseHeaders, status, trailers, dispose))
    {
    }

    public Task<Metadata> ResponseHeadersAsync => responseHeaders(state);

    public Status GetStatus() => status(state);

    public Metadata GetTrailers() => trailers(state);

    public void Dispose() => dispose(state);

    private sealed record Parts(
        Task<Metadata> ResponseHeaders, Func<Status> Status, Func<Metadata> Trailers, Action Dispose);
}
