namespace Grpc.Core;

/// <summary>What a server's own calls take over from the call that it serves; see <see cref="ServerCallContext.CreatePropagationToken"/>.</summary>
public abstract class ContextPropagationToken
{
    private protected ContextPropagationToken()
    {
    }
}
