using System.Globalization;

namespace Parley.Cli.Running;

/// <summary>
/// When processes began, in the kernel's clock ticks since the machine's start. <see cref="System.Diagnostics.Process.StartTime"/> does not do: it is
/// reckoned from the wall clock, and two processes that ask for the same one get different ticks.
/// </summary>
internal static class ProcessStart
{
    /// <summary>Of the fields of /proc/ID/stat that follow the name: the state, and the start.</summary>
    private const int State = 0;
    private const int Start = 19;

    /// <summary>The process's start; null where none of that id runs.</summary>
    public static long? Of(int processId)
    {
        try
        {
            // "1234 (name, which may hold anything) S 1 …"
            var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}/stat"));
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return fields[State] is "Z" or "X" ? null : long.Parse(fields[Start], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
