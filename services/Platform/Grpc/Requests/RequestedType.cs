using Grpc.Core;
using Parley.Contracts.Protocol;
using Domain = Parley.Contracts.EntryType;
using Proto = Parley.Protocol.Type.V1.EntryType;

namespace Parley.Platform.Grpc;

/// <summary>The type of entries that a caller asks for.</summary>
public static class RequestedType
{
    /// <summary>As the domain has it; null for unspecified, which is any.</summary>
    /// <param name="type">The request's field <c>type</c>.</param>
    /// <exception cref="RpcException">INVALID_ARGUMENT: this version knows no such type, and to answer as if none had been asked for would mislead.</exception>
    public static Domain? Of(Proto type) => type == Proto.Unspecified
        ? null
        : type.ToDomain<Domain, Proto>() ?? throw GrpcErrors.Invalid("type", "is not a type of entries");
}
