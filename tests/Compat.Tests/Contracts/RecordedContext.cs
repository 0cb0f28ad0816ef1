using Grpc.Core;

namespace Parley.Compat.Tests.Contracts;

/// <summary>A server's call with a value of its own behind each member.</summary>
internal sealed class RecordedContext : ServerCallContext
{
    public AuthContext Auth { get; } = new(null, []);

    public Metadata Headers { get; } = [];

    public Metadata Trailers { get; } = [];

    public Metadata? SentHeaders { get; private set; }

    public List<ContextPropagationOptions?> Propagations { get; } = [];

    protected override string MethodCore => "/s/m";

    protected override string HostCore => "host";

    protected override string PeerCore => "ipv4:127.0.0.1:1";

    protected override DateTime DeadlineCore => DateTime.MaxValue;

    protected override Metadata RequestHeadersCore => Headers;

    protected override CancellationToken CancellationTokenCore => new(canceled: true);

    protected override Metadata ResponseTrailersCore => Trailers;

    protected override Status StatusCore { get; set; }

    protected override WriteOptions? WriteOptionsCore { get; set; }

    protected override AuthContext AuthContextCore => Auth;

    protected override Task WriteResponseHeadersAsyncCore(Metadata responseHeaders)
    {
        SentHeaders = responseHeaders;
        return Task.CompletedTask;
    }

    protected override ContextPropagationToken CreatePropagationTokenCore(ContextPropagationOptions? options)
    {
        Propagations.Add(options);
        return null!;
    }
}
