using Spectre.Console;

namespace Parley.Cli.Output;

/// <summary>The look of every table.</summary>
internal static class Tables
{
    public static Table Of(params string[] columns)
    {
        var table = new Table().Border(TableBorder.Simple).BorderColor(Color.Grey);
        foreach (var column in columns)
            table.AddColumn(new TableColumn($"[bold]{Markup.Escape(column)}[/]"));
        return table;
    }
}
