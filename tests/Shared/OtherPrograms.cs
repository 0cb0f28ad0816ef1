using System.ComponentModel;
using System.Diagnostics;

namespace Parley.Tests;

/// <summary>Programs that tests call and others wrote.</summary>
internal static class OtherPrograms
{
    /// <summary>Runs a program to its end.</summary>
    /// <returns>What it wrote to standard error where it failed or is not there; null where all went well.</returns>
    public static async Task<string?> TryAsync(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = await process.StandardError.ReadToEndAsync();
            await output;
            await process.WaitForExitAsync();
            return process.ExitCode == 0 ? null : errors;
        }
        catch (Win32Exception e)
        {
            return e.Message;
        }
    }
}
