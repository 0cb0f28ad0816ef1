namespace Grpc.Core;

/// <summary>The requests of a streaming call.</summary>
/// <typeparam name="T">The request message.</typeparam>
public interface IClientStreamWriter<in T> : IAsyncStreamWriter<T>
{
    /// <summary>Says that no more requests come. The call itself goes on until the server ends it.</summary>
    Task CompleteAsync();
}
