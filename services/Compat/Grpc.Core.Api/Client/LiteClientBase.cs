namespace Grpc.Core;

/// <summary>The base of clients that are generated with the option <c>lite_client</c>.</summary>
public abstract class LiteClientBase
{
    /// <summary>A client whose calls all throw, for a test double that overrides them.</summary>
    protected LiteClientBase()
        : this(new UnimplementedCallInvoker())
    {
    }

    /// <summary>A client on a channel.</summary>
    protected LiteClientBase(ChannelBase channel)
        : this((channel ?? throw new ArgumentNullException(nameof(channel))).CreateCallInvoker())
    {
    }

    /// <summary>A client on an invoker.</summary>
    protected LiteClientBase(CallInvoker callInvoker)
    {
        ArgumentNullException.ThrowIfNull(callInvoker);
        CallInvoker = callInvoker;
    }

    /// <summary>Through which the calls go.</summary>
    protected CallInvoker CallInvoker { get; }
}
