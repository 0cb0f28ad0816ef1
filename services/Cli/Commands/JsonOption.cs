using System.CommandLine;

namespace Parley.Cli.Commands;

/// <summary>Whom a command writes for: people at a terminal, or a program.</summary>
internal static class JsonOption
{
    public static Option<bool> Create(string line) => new("--json") { Description = $"JSON lines, also on a terminal: {line}." };

    /// <summary>A program reads: it says so, or what is printed goes into a pipe or a file.</summary>
    public static bool ForPrograms(ParseResult parse, Option<bool> json) => parse.GetValue(json) || Console.IsOutputRedirected;
}
