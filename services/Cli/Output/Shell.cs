namespace Parley.Cli.Output;

/// <summary>Text in command lines that are shown to be copied.</summary>
internal static class Shell
{
    /// <summary>One word for a POSIX shell.</summary>
    public static string Word(string text) => text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or ':')
        ? text
        : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
