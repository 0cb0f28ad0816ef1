using System.Globalization;
using Parley.Contracts;
using Parley.Contracts.Protocol;
using Parley.Protocol.Extraction.V1;
using Spectre.Console;

namespace Parley.Cli.Output;

/// <summary>A run of reading articles again, and what it changed, for people.</summary>
internal static class ReprocessingView
{
    /// <summary>The kinds of changes, what weighs most first.</summary>
    private static readonly (ChangeKind Kind, string Word, string Colour)[] Kinds =
    [
        (ChangeKind.New, "new", "green"),
        (ChangeKind.Retracted, "gone", "red"),
        (ChangeKind.Merged, "merged", "yellow"),
        (ChangeKind.Split, "split", "yellow"),
        (ChangeKind.Status, "status", "yellow"),
        (ChangeKind.Disputed, "disputed", "yellow"),
        (ChangeKind.Details, "details", "default"),
        (ChangeKind.Sources, "sources", "grey"),
    ];

    /// <summary>How far a run is, or how it ended.</summary>
    public static string Words(ReprocessingRun run)
    {
        var former = run.FormerRulesVersions.Where(v => v != run.RulesVersion).ToList();
        var words = string.Create(CultureInfo.InvariantCulture,
            $"run {run.Number} {WireWord.Of(run.State).Replace('_', ' ')}: {run.Done:N0} of {run.Total:N0} articles read by rules {run.RulesVersion}");
        if (former.Count > 0)
            words += $" instead of {string.Join(", ", former)}";
        if (run.Failed > 0)
            words += string.Create(CultureInfo.InvariantCulture, $"; {run.Failed:N0} could not be read and say what they said (the log of extraction says why)");
        if (run.WithoutText > 0)
            words += string.Create(CultureInfo.InvariantCulture, $"; {run.WithoutText:N0} are stored without their text and say what they said");
        return words;
    }

    /// <summary>How many entries changed, by kind.</summary>
    public static string Counts(IReadOnlyCollection<ReprocessingChange> changes)
    {
        if (changes.Count == 0)
            return "nothing changed in the ledger";
        var counts = changes.CountBy(KindOf).ToDictionary(c => c.Key, c => c.Value);
        var parts = Kinds.Where(k => counts.ContainsKey(k.Kind)).Select(k => string.Create(CultureInfo.InvariantCulture, $"{counts[k.Kind]:N0} {k.Word}"));
        return string.Create(CultureInfo.InvariantCulture, $"{changes.Count:N0} {(changes.Count == 1 ? "entry" : "entries")} changed: {string.Join(", ", parts)}");
    }

    /// <summary>A row for each entry, the weightiest changes first.</summary>
    public static Table Table(IEnumerable<ReprocessingChange> changes)
    {
        var table = Tables.Of("Change", "When", "What", "Status", "Who", "How");
        foreach (var change in changes.OrderBy(c => Array.FindIndex(Kinds, k => k.Kind == KindOf(c))).ThenBy(c => (c.After ?? c.Before).ToDomain().Start))
        {
            var (before, after) = (change.Before?.ToDomain(), change.After?.ToDomain());
            var entry = (after ?? before)!;
            var (_, word, colour) = Array.Find(Kinds, k => k.Kind == KindOf(change));
            table.AddRow(
                $"[{colour}]{word}[/]", EntryTable.When(entry), AlertView.Words(entry.Kind), Status(before, after), AlertView.Who(entry),
                Markup.Escape(How(before, after, change.MergedInto)));
        }

        return table;
    }

    /// <summary>What happened to the entry.</summary>
    public static ChangeKind KindOf(ReprocessingChange change) => change.Kind.ToDomain<ChangeKind, Protocol.Type.V1.ChangeKind>() ?? ChangeKind.Details;

    private static string Status(Entry? before, Entry? after)
    {
        var shown = (after ?? before)!.Status;
        var now = $"[{AlertView.Colour(shown)}]{AlertView.Words(shown)}[/]";
        return before is not null && after is not null && before.Status != after.Status ? $"{AlertView.Words(before.Status)} → {now}" : now;
    }

    private static string How(Entry? before, Entry? after, string mergedInto)
    {
        if (mergedInto.Length > 0)
            return $"into {mergedInto}";
        if (before is null || after is null)
            return "";
        var parts = new List<string>();
        Add(parts, "", AlertView.Words(before.Kind), AlertView.Words(after.Kind));
        Add(parts, "", AlertView.When(before), AlertView.When(after));
        Add(parts, "", before.Place?.Name ?? "no place", after.Place?.Name ?? "no place");
        parts.AddRange(Parties(after).Except(Parties(before)).Select(p => $"+ {p}"));
        parts.AddRange(Parties(before).Except(Parties(after)).Select(p => $"− {p}"));
        Add(parts, "about ", string.Join(", ", before.Topics), string.Join(", ", after.Topics));
        if (before.Disputed != after.Disputed)
            parts.Add(after.Disputed ? "disputed" : "no longer disputed");
        Add(parts, "steps ", before.History.Count.ToString(CultureInfo.InvariantCulture), after.History.Count.ToString(CultureInfo.InvariantCulture));
        return string.Join("; ", parts);
    }

    private static void Add(List<string> parts, string name, string before, string after)
    {
        if (before != after)
            parts.Add($"{name}{(before.Length == 0 ? "nothing" : before)} → {(after.Length == 0 ? "nothing" : after)}");
    }

    private static IEnumerable<string> Parties(Entry entry) =>
        entry.Participants.Select(p => p.Role == ParticipantRole.Party ? p.Name : $"{WireWord.Of(p.Role)} {p.Name}");
}
