using System.Globalization;
using System.Text.Json;
using Parley.Contracts;

namespace Parley.Extraction.Tests.Showcase;

/// <summary>An entry that a story's ledger must hold; seeds/README.md says how its fields are read.</summary>
internal sealed record ExpectedEntry
{
    public required string Key { get; init; }

    public required EntryType Type { get; init; }

    /// <summary>For each party the ids under which it may stand.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Actors { get; init; } = [];

    public IReadOnlyList<EntryKind>? Kind { get; init; }

    /// <summary>Statuses that the history must have, in this order, others between them allowed.</summary>
    public IReadOnlyList<EntryStatus> History { get; init; } = [];

    /// <summary>What the status may be.</summary>
    public IReadOnlyList<EntryStatus> Current { get; init; } = [];

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public string? Place { get; init; }

    public bool Undated { get; init; }

    public bool Optional { get; init; }

    private int Detail => (2 * (Kind is null ? 0 : 1)) + (2 * (From is null ? 0 : 1)) + History.Count + Actors.Count;

    /// <summary>Those of a story, the most particular first, so that a call does not take a visit's place.</summary>
    public static IReadOnlyList<ExpectedEntry> Read(string path)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(path));
        return [.. file.RootElement.GetProperty("entries").Deserialize<ExpectedEntry[]>(ParleyJson.Line)!.OrderBy(e => e.Optional).ThenByDescending(e => e.Detail)];
    }

    public bool Is(Entry entry) => entry.Type == Type
        && Actors.All(accepted => entry.Participants.Any(p => accepted.Contains(p.Id)))
        && Kind?.Contains(entry.Kind) is not false
        && IsThen(entry)
        && (Place is null || Names(entry, Place))
        && InOrder(entry)
        && Current.Contains(entry.Status);

    private bool IsThen(Entry entry) => From is null || (entry.Start is { } start ? From <= start && start <= To : Undated);

    private bool InOrder(Entry entry)
    {
        var steps = entry.History.Select(s => s.Status).GetEnumerator();
        foreach (var wanted in History)
        {
            do
            {
                if (!steps.MoveNext())
                    return false;
            }
            while (steps.Current != wanted);
        }

        return true;
    }

    /// <summary>Whatever the case and the marks on letters.</summary>
    private static bool Names(Entry entry, string place) => CultureInfo.InvariantCulture.CompareInfo.IndexOf(
        string.Join(' ', [entry.Place?.Name, entry.Place?.Country, .. entry.Topics]), place, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0;
}
