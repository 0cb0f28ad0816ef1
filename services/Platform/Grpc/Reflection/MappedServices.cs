using System.Reflection;
using Google.Protobuf.Reflection;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Routing;

namespace Parley.Platform.Grpc;

/// <summary>Finds the protobuf descriptors of every gRPC service that a host maps.</summary>
internal static class MappedServices
{
    public static IEnumerable<ServiceDescriptor> Of(EndpointDataSource endpoints) => endpoints.Endpoints
        .Select(endpoint => endpoint.Metadata.GetMetadata<GrpcMethodMetadata>()?.ServiceType)
        .OfType<Type>()
        .Distinct()
        .Select(DescriptorOf)
        .OfType<ServiceDescriptor>();

    // Generated code keeps the descriptor on the static class that also binds the service. A service that was not
    // generated from a proto has none and cannot be described.
    public static ServiceDescriptor? DescriptorOf(Type service) =>
        service.GetCustomAttribute<BindServiceMethodAttribute>(inherit: true)?.BindType
            .GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) as ServiceDescriptor;
}
