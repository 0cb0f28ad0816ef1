namespace Grpc.Core;

/// <summary>What a method is called, without its message types.</summary>
public interface IMethod
{
    /// <summary>Which sides stream.</summary>
    MethodType Type { get; }

    /// <summary>The service with its package, such as <c>parley.search.v1.SearchService</c>.</summary>
    string ServiceName { get; }

    /// <summary>The bare name.</summary>
    string Name { get; }

    /// <summary>The path on the wire: <c>/service/name</c>.</summary>
    string FullName { get; }
}
