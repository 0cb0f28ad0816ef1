using System.Globalization;
using Parley.Cli.Output;
using Parley.Contracts;
using Spectre.Console;

namespace Parley.Cli.Commands;

/// <summary>What the demo has shown, counted, and the entry with the longest story as an example of a thread.</summary>
internal sealed class DemoSummary
{
    private readonly List<double> _milliseconds = [];
    private readonly List<Entry> _entries = [];

    public int Articles { get; set; }

    /// <summary>Alerts that have been shown.</summary>
    public int Alerts => _milliseconds.Count;

    /// <summary>Changes of the ledger that are news, as far as they have been read.</summary>
    public int News { get; set; }

    /// <summary>How far the changes have been read.</summary>
    public string ChangesRead { get; set; } = "";

    public void Add(TimeSpan taken) => _milliseconds.Add(taken.TotalMilliseconds);

    public void Add(Entry entry) => _entries.Add(entry);

    public void Show(IAnsiConsole console)
    {
        var talks = _entries.Count(e => e.Type == EntryType.Talks);
        var steps = _entries.Sum(e => e.History.Count);
        _milliseconds.Sort();
        var median = _milliseconds.Count == 0 ? 0 : _milliseconds[_milliseconds.Count / 2];
        AlertView.Heading(console, "In short");
        console.MarkupLine(string.Create(CultureInfo.InvariantCulture,
            $"[bold]{Articles}[/] dispatches, [bold]{talks}[/] talks and [bold]{_entries.Count - talks}[/] ceasefires in the ledger, [bold]{steps}[/] steps, each with its sentence."));
        console.MarkupLine(string.Create(CultureInfo.InvariantCulture,
            $"[bold]{_milliseconds.Count}[/] alerts, half of them within [bold]{median:0} ms[/] of their dispatch; the rest of the ledger is background and alerted nobody."));
        var threads = _entries.Where(e => e.History.Select(s => s.Status).Distinct().Count() > 1);
        if (threads.MaxBy(e => (e.History.Select(s => s.Article).Distinct().Count(), e.History.Count)) is { } thread)
            ShowThread(console, thread);
        console.MarkupLine("[grey]Your own files: ./parley replay FOLDER    The services on RabbitMQ: ./parley up    What else: ./parley --help[/]");
    }

    private static void ShowThread(IAnsiConsole console, Entry entry)
    {
        console.WriteLine();
        var tree = new Tree($"One thread, {AlertView.Words(entry.Kind)}, {AlertView.When(entry)}: {AlertView.Who(entry)}");
        foreach (var step in entry.History)
        {
            var published = step.PublishedAt.ToString("d MMM", CultureInfo.InvariantCulture);
            tree.AddNode($"[grey]{published}[/] [{AlertView.Colour(step.Status)}]{AlertView.Words(step.Status)}[/] [grey]{Markup.Escape(step.Outlet ?? step.Article)}[/]");
        }

        console.Write(tree);
        console.WriteLine();
    }
}
