namespace Grpc.Core;

/// <summary>What generated clients share: the invoker through which their calls go.</summary>
public abstract class ClientBase
{
    /// <summary>A client whose calls all throw, for a test double that overrides them.</summary>
    protected ClientBase()
        : this(new UnimplementedCallInvoker())
    {
    }

    /// <summary>A client on a channel.</summary>
    protected ClientBase(ChannelBase channel)
        : this((channel ?? throw new ArgumentNullException(nameof(channel))).CreateCallInvoker())
    {
    }

    /// <summary>A client on an invoker.</summary>
    protected ClientBase(CallInvoker callInvoker)
        : this(new ClientBaseConfiguration(callInvoker, null))
    {
    }

    /// <summary>A client like another one.</summary>
    protected ClientBase(ClientBaseConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        Configuration = configuration;
        CallInvoker = configuration.CreateCallInvoker();
    }

    /// <summary>Through which the calls go.</summary>
    protected CallInvoker CallInvoker { get; }

    /// <summary>What a copy of this client is made from.</summary>
    private protected ClientBaseConfiguration Configuration { get; }

    /// <summary>What a client is made from; generated code passes it on.</summary>
    protected internal sealed class ClientBaseConfiguration
    {
        private readonly CallInvoker callInvoker;
        private readonly string? host;

        internal ClientBaseConfiguration(CallInvoker callInvoker, string? host)
        {
            ArgumentNullException.ThrowIfNull(callInvoker);
            this.callInvoker = callInvoker;
            this.host = host;
        }

        internal CallInvoker CreateCallInvoker() => host is null ? callInvoker : new HostCallInvoker(callInvoker, host);

        internal ClientBaseConfiguration WithHost(string host) => new(callInvoker, host);
    }
}
