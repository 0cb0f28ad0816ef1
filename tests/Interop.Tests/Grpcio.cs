using System.Diagnostics;
using Parley.Tests;

namespace Parley.Interop.Tests;

/// <summary>Python's <c>grpcio</c>, the binding of gRPC's C core, which knows nothing but what reflection tells it.</summary>
public sealed class Grpcio : ForeignClient
{
    // The interpreter that Debian's package is for; another one may come first in the path.
    private const string Python = "/usr/bin/python3";

    protected override (string Name, string Country, string Other, string ActorId) Own => ("grpcio", "Chad", "Yemen", "TCD");

    protected override async Task PrepareAsync() =>
        (await OtherPrograms.TryAsync(Python, "-c", "import grpc, google.protobuf")).ShouldBeNull("grpcio is needed: deploy/install-packages.sh python3-grpcio");

    protected override ProcessStartInfo Command(string target) => new(Python, ["-B", Path.Combine(Folder, "python", "client.py"), target]);
}
