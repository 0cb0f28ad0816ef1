namespace Grpc.Core.Interceptors;

/// <summary>A call that a client's interceptor sees on its way out.</summary>
/// <typeparam name="TRequest">The request message.</typeparam>
/// <typeparam name="TResponse">The response message.</typeparam>
public readonly struct ClientInterceptorContext<TRequest, TResponse>
    where TRequest : class
    where TResponse : class
{
    /// <summary>A call.</summary>
    public ClientInterceptorContext(Method<TRequest, TResponse> method, string? host, CallOptions options)
    {
        Method = method;
        Host = host;
        Options = options;
    }

    /// <summary>What is called.</summary>
    public Method<TRequest, TResponse> Method { get; }

    /// <summary>The host named in place of the channel's, or null.</summary>
    public string? Host { get; }

    /// <summary>What the caller asks of the call.</summary>
    public CallOptions Options { get; }
}
