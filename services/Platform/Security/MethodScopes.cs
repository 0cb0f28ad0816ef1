using System.Collections.Concurrent;
using Google.Protobuf.Reflection;
using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Http;
using Parley.Contracts;
using Parley.Platform.Grpc;
using Parley.Protocol.Type.V1;

namespace Parley.Platform.Security;

/// <summary>Which scope a method needs, as its proto says (<c>required_scope</c>).</summary>
internal static class MethodScopes
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyDictionary<string, string>> Known = new();

    /// <summary>The scope's word; null where the proto names none, as reflection's does: then any key will do.</summary>
    public static string? Of(Endpoint endpoint) => endpoint.Metadata.GetMetadata<GrpcMethodMetadata>() is { } method
        ? Known.GetOrAdd(method.ServiceType, Read).GetValueOrDefault(method.Method.Name)
        : null;

    private static Dictionary<string, string> Read(Type service) => (MappedServices.DescriptorOf(service)?.Methods ?? [])
        .Select(m => (m.Name, Scope: ScopeOf(m)))
        .Where(m => m.Scope != Scope.Unspecified)
        .ToDictionary(m => m.Name, m => WireWord.Of(m.Scope));

    private static Scope ScopeOf(MethodDescriptor method) => method.GetOptions()?.GetExtension(AccessExtensions.RequiredScope) ?? Scope.Unspecified;
}
