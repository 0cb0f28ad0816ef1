namespace Grpc.Core;

/// <summary>What a server's own calls take over from the call that it serves.</summary>
public abstract class ContextPropagationToken
{
    private protected ContextPropagationToken()
    {
    }
}
