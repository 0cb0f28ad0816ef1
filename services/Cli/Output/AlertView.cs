using System.Globalization;
using Parley.Contracts;
using Spectre.Console;

namespace Parley.Cli.Output;

/// <summary>An alert for people: what changed, who, where, when, the sentence that says so, and whose it is.</summary>
internal static class AlertView
{
    /// <summary>Shows it, with the time that it took where that is known.</summary>
    public static void Show(IAnsiConsole console, LedgerChange change, TimeSpan? taken)
    {
        var entry = change.After;
        var colour = Colour(entry.Status);
        var took = taken is { } time ? string.Create(CultureInfo.InvariantCulture, $"  [grey]{time.TotalMilliseconds:0} ms[/]") : "";
        console.MarkupLine($"[{colour}]●[/] [bold]{What(entry).ToUpperInvariant(),-9}[/] {Step(change)}{took}");
        ShowWhat(console, entry, change.Cause?.Evidence);
        if (change.Cause is { } cause)
        {
            var published = cause.PublishedAt.ToString("d MMM yyyy HH:mm zzz", CultureInfo.InvariantCulture);
            console.MarkupLine($"  [grey]{Markup.Escape(cause.Outlet ?? cause.Article)}, {published}[/]");
        }

        console.WriteLine();
    }

    /// <summary>Shows who, where and when, and the sentence that says so.</summary>
    public static void ShowWhat(IAnsiConsole console, Entry entry, Evidence? evidence)
    {
        console.MarkupLine($"  {Who(entry)}");
        console.MarkupLine($"  [grey]{Markup.Escape(Where(entry))}[/]");
        if (evidence is not null)
            console.MarkupLine($"  [italic]“{Markup.Escape(OneLine(evidence.Text))}”[/]");
    }

    /// <summary>A line that begins a part.</summary>
    public static void Heading(IAnsiConsole console, string text) => console.MarkupLine($"[grey]── {Markup.Escape(text)} ────────[/]");

    /// <summary>Shows it on one line.</summary>
    public static void ShowLine(IAnsiConsole console, LedgerChange change, TimeSpan taken)
    {
        var entry = change.After;
        var published = change.Cause?.PublishedAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
        var parties = string.Join(" · ", entry.Participants.Where(p => p.Role == ParticipantRole.Party).Select(p => p.Name));
        var line = string.Join(", ", new[] { parties, Where(entry) }.Where(p => p.Length > 0));
        console.MarkupLine(string.Create(CultureInfo.InvariantCulture,
            $"[{Colour(entry.Status)}]●[/] [grey]{published}[/] {What(entry)} {Step(change)}  {Markup.Escape(line)}  [grey]{taken.TotalMilliseconds:0} ms[/]"));
    }

    /// <summary>The words of an entry's parties, with the people that act for them.</summary>
    public static string Who(Entry entry)
    {
        var parties = entry.Participants.Where(p => p.Role == ParticipantRole.Party).Select(Name).ToList();
        var others = entry.Participants.Where(p => p.Role != ParticipantRole.Party).Select(p => $"{WireWord.Of(p.Role)} {Name(p)}").ToList();
        var who = parties.Count == 0 ? "[grey]parties not named[/]" : string.Join(" · ", parties);
        return others.Count == 0 ? who : $"{who}  [grey]({string.Join(", ", others)})[/]";
    }

    /// <summary>An entry's day or days as people write them.</summary>
    public static string When(Entry entry) => entry.Start is not { } start ? "no date told" : entry.StartPrecision switch
    {
        DatePrecision.Week => $"week of {Day(start)}",
        DatePrecision.Month => start.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
        DatePrecision.Year => start.ToString("yyyy", CultureInfo.InvariantCulture),
        _ => entry.End is { } end && end != start ? $"{Day(start)} to {Day(end)}" : Day(start),
    };

    /// <summary>A word of the wire as people write it.</summary>
    public static string Words<T>(T value)
        where T : struct, Enum => WireWord.Of(value).Replace('_', ' ');

    /// <summary>The colour of a status: green for what goes on or is done, yellow for what may come, red for what went wrong.</summary>
    public static string Colour(EntryStatus status) => status switch
    {
        EntryStatus.Held or EntryStatus.UnderWay or EntryStatus.Agreed or EntryStatus.InForce or EntryStatus.Extended => "green",
        EntryStatus.Planned or EntryStatus.Proposed or EntryStatus.CalledFor or EntryStatus.UnderNegotiation => "yellow",
        _ => "red",
    };

    private static string What(Entry entry) => Words(entry.Type);

    private static string Step(LedgerChange change)
    {
        var now = $"[{Colour(change.After.Status)} bold]{Words(change.After.Status)}[/]";
        return change switch
        {
            { Kind: ChangeKind.New } => $"new: {now}",
            { Before: { } before } when before.Status != change.After.Status => $"{Words(before.Status)} → {now}",
            _ => $"{now}, {Words(change.Kind)}",
        };
    }

    private static string Where(Entry entry)
    {
        var parts = new List<string> { Words(entry.Kind) };
        if (entry.Place is { } place)
            parts.Add(place.Name);
        parts.Add(When(entry));
        if (entry.Topics.Count > 0)
            parts.Add("about " + string.Join(", ", entry.Topics));
        return string.Join(", ", parts);
    }

    private static string Name(Participant participant) => participant.Persons.Count == 0
        ? Markup.Escape(participant.Name)
        : $"{Markup.Escape(participant.Name)} [grey]({Markup.Escape(string.Join(", ", participant.Persons))})[/]";

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
