using Spectre.Console;

namespace Parley.Cli.Tests.Output;

/// <summary>What a console shows, without colours.</summary>
internal static class Rendered
{
    public static string By(Action<IAnsiConsole> show)
    {
        var writer = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(writer) });
        console.Profile.Width = 200;
        show(console);
        return writer.ToString();
    }

    /// <summary>The cells of a table's rows, behind its heading.</summary>
    public static IReadOnlyList<string[]> Rows(Table table) =>
    [
        .. By(console => console.Write(table)).Split('\n', StringSplitOptions.RemoveEmptyEntries).SkipWhile(l => !l.Contains('─', StringComparison.Ordinal)).Skip(1)
            .Where(l => !string.IsNullOrWhiteSpace(l))
            .Select(l => System.Text.RegularExpressions.Regex.Split(l.Trim(), " {2,}")),
    ];
}
