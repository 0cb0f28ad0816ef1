using Google.Protobuf.Reflection;
using Parley.Protocol.Alerting.V1;

namespace Parley.Interop.Tests.Hostile;

/// <summary>Every method of Parley's own protos.</summary>
internal static class Methods
{
    public static IReadOnlyList<MethodDescriptor> All { get; } =
    [
        .. typeof(AlertingService).Assembly.GetTypes()
            .Select(type => type.GetProperty("Descriptor")?.GetValue(null))
            .OfType<ServiceDescriptor>()
            .SelectMany(service => service.Methods)
            .OrderBy(method => method.FullName, StringComparer.Ordinal),
    ];
}
