using System.Diagnostics;
using Parley.Tests;

namespace Parley.Interop.Tests.Examples;

/// <summary>A folder with the Python stubs of protos/, and programs that run in it.</summary>
internal sealed class PythonStubs : IDisposable
{
    // The interpreter that Debian's packages are for; another one may come first in the path.
    private const string Python = "/usr/bin/python3";

    private readonly string _folder = Directory.CreateTempSubdirectory("parley-stubs-").FullName;

    public static async Task<PythonStubs> CompileAsync()
    {
        var stubs = new PythonStubs();
        var protos = Path.Combine(Seeds.Repository, "protos");
        using var protoc = Process.Start(new ProcessStartInfo("protoc",
        [
            $"-I{protos}", $"--python_out={stubs._folder}", $"--grpc_out={stubs._folder}", "--plugin=protoc-gen-grpc=/usr/bin/grpc_python_plugin",
            .. Directory.EnumerateFiles(protos, "*.proto", SearchOption.AllDirectories),
        ])
        { RedirectStandardError = true }).ShouldNotBeNull("protoc is needed: deploy/install-packages.sh protobuf-compiler protobuf-compiler-grpc libprotobuf-dev");
        var errors = await protoc.StandardError.ReadToEndAsync();
        await protoc.WaitForExitAsync();
        protoc.ExitCode.ShouldBe(0, errors);
        return stubs;
    }

    /// <summary>Starts a program; the caller reads what it prints, and ends it.</summary>
    public async Task<Process> StartAsync(string program, string variable, string value)
    {
        var file = Path.Combine(_folder, $"example_{variable}.py");
        await File.WriteAllTextAsync(file, program);
        var start = new ProcessStartInfo(Python, [file]) { WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment[variable] = value;
        return Process.Start(start)!;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
