using System.Diagnostics;
using System.Text;
using Parley.Tests;

namespace Parley.EndToEnd.Tests;

/// <summary>What a run of the command line printed, and how it ended.</summary>
internal sealed record Ran(int ExitCode, string Output, string Errors);

/// <summary>Runs <c>parley</c> as a person or a script does.</summary>
internal sealed class CommandLine(string? home = null)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    /// <summary>Runs a command to its end.</summary>
    public async Task<Ran> RunAsync(string[] arguments, string input = "")
    {
        using var process = Start(arguments);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(Patience);
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var errors = process.StandardError.ReadToEndAsync(patience.Token);
        try
        {
            await process.WaitForExitAsync(patience.Token);
            return new Ran(process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"parley {string.Join(' ', arguments)} has not ended after {Patience.TotalSeconds:0} s.");
        }
    }

    /// <summary>Starts a command that goes on.</summary>
    public Process Start(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Programs.Path("parley.dll"), .. arguments])
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
        if (home is not null)
            start.Environment["PARLEY_HOME"] = home;
        return Process.Start(start)!;
    }
}
