namespace Grpc.Core;

/// <summary>The responses of a streaming call; the stream ends when the service's method returns.</summary>
/// <typeparam name="T">The response message.</typeparam>
public interface IServerStreamWriter<in T> : IAsyncStreamWriter<T>
{
}
