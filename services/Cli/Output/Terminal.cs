using Spectre.Console;

namespace Parley.Cli.Output;

/// <summary>Standard output for people: colours on a terminal only, and no line broken where nobody reads on a screen.</summary>
internal static class Terminal
{
    /// <summary>Wide enough that a file or a pipe gets each line whole.</summary>
    private const int UnboundedWidth = 10_000;

    /// <summary>The console.</summary>
    public static IAnsiConsole Out { get; } = Create();

    private static IAnsiConsole Create()
    {
        var plain = Console.IsOutputRedirected || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
        });
        if (Console.IsOutputRedirected)
            console.Profile.Width = UnboundedWidth;
        return console;
    }
}
