using System.Diagnostics;
using System.Text;
using Parley.Tests;

namespace Parley.EndToEnd.Tests;

/// <summary>What a run of the command line printed, and how it ended.</summary>
internal sealed record Ran(int ExitCode, string Output, string Errors);

/// <summary>Runs <c>parley</c> as a person or a script does.</summary>
/// <param name="home">The folder of the system that runs on this machine; null for the user's own.</param>
/// <param name="address">Where a system answers; null for the one of this machine.</param>
internal sealed class CommandLine(string? home = null, Uri? address = null)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(5);

    /// <summary>Runs a command to its end.</summary>
    public async Task<Ran> RunAsync(string[] arguments, string input = "")
    {
        using var process = Start(arguments);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(Patience);
        // To their end, which a process that is killed reaches too: what it said until then tells where it stood.
        var output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await process.WaitForExitAsync(patience.Token);
            return new Ran(process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"parley {string.Join(' ', arguments)} has not ended after {Patience.TotalSeconds:0} s. It said: {await output.WaitAsync(LastWords)}{await errors.WaitAsync(LastWords)}");
        }
    }

    /// <summary>Runs a command to its end at a terminal, as a person sees it; what it says of errors is in the output too.</summary>
    public async Task<Ran> RunAtTerminalAsync(string arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = Make("script", ["--quiet", "--return", "--command", $"stty cols 160; dotnet '{Programs.Path("parley.dll")}' {arguments}", "/dev/null"]);
        start.Environment["TERM"] = "xterm-256color";
        start.Environment.Remove("NO_COLOR");
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(Patience);
        var output = await process.StandardOutput.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        return new Ran(process.ExitCode, output, "");
    }

    /// <summary>Starts a command that goes on.</summary>
    public Process Start(string[] arguments) => Process.Start(Make("dotnet", [Programs.Path("parley.dll"), .. arguments]))!;

    private ProcessStartInfo Make(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Seeds.Repository,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        // No escape codes for colours among the words.
        start.Environment["TERM"] = "dumb";
        start.Environment["PARLEY_ADDRESS"] = address?.ToString() ?? "";
        if (home is not null)
            start.Environment["PARLEY_HOME"] = home;
        return start;
    }
}
