using System.Diagnostics;

namespace Parley.LocalServers;

/// <summary>Runs a small program of the system to its end.</summary>
internal static class Command
{
    /// <summary>Runs it with <paramref name="input"/> on its standard input; throws what it complained about.</summary>
    public static async Task RunAsync(string program, IEnumerable<string> arguments, string input, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardError = true, WorkingDirectory = "/" };
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input.AsMemory(), cancel);
        process.StandardInput.Close();
        var complaint = await process.StandardError.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        if (process.ExitCode != 0) throw new ServerStartException($"{program} failed: {complaint.Trim()}");
    }
}
