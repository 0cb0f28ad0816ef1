using System.Diagnostics;
using Parley.Tests;

namespace Parley.Interop.Tests;

/// <summary><c>@grpc/grpc-js</c> on Node.js, which reads the proto files.</summary>
public sealed class GrpcJs : ForeignClient
{
    private static readonly string Scripts = Path.Combine(Folder, "node");

    protected override (string Name, string Country, string Other, string ActorId) Own => ("grpc-js", "Peru", "Oman", "PER");

    protected override Task PrepareAsync() => NodePackages.InstallAsync(Scripts);

    protected override ProcessStartInfo Command(string target) => new("node", [Path.Combine(Scripts, "client.js"), target]);
}
