using Parley.Contracts;

namespace Parley.Extraction.Ledger.Dossiers;

/// <summary>A dossier in one line: the ceasefire, what runs, what comes, what came to nothing, and when they last met.</summary>
internal sealed class DossierSummary(DossierView view)
{
    public string Line()
    {
        var parts = new List<string>();
        parts.AddRange(Ceasefire());
        parts.AddRange(Talks());
        if (parts.Count == 0) parts.Add("nothing is planned, under way or in force");
        var line = string.Join("; ", parts);
        return char.ToUpperInvariant(line[0]) + line[1..] + ".";
    }

    private IEnumerable<string> Ceasefire()
    {
        var ceasefires = view.Ceasefires;
        if (ceasefires.Present is { } present)
            yield return (present.Status == EntryStatus.Collapsed ? "no ceasefire: " : "") + view.Truces.State(present, view.IsNamed(present));
        if (ceasefires.Further.Count > 0)
            yield return ceasefires.Further.Count == 1 ? "one more stands" : $"{ceasefires.Further.Count} more stand";
        // The furthest that anyone has got with another one.
        if (ceasefires.Efforts.Where(e => e.Status != EntryStatus.Rejected || ceasefires.Efforts.Count == 1).MaxBy(e => e.Status == EntryStatus.UnderNegotiation) is { } effort)
            yield return view.Truces.Effort(effort, view.IsNamed(effort));
    }

    private IEnumerable<string> Talks()
    {
        var talks = view.Talks;
        if (talks.Running.Count > 0) yield return view.Words.Running(talks.Running[0], view.IsNamed(talks.Running[0]));
        if (talks.Planned.Count > 0) yield return view.Words.Ahead(talks.Planned[0], view.IsNamed(talks.Planned[0]));
        if (talks.Planned.Count > 1) yield return $"{talks.Planned.Count - 1} more planned or proposed";
        var last = view.LastTalks ?? view.LastOutsideTalks;
        if (talks.Overdue.Count > 0 && talks.Planned.Count == 0) yield return view.Words.Overdue(talks.Overdue[0], view.IsNamed(talks.Overdue[0]));
        var disrupted = talks.Disrupted.FirstOrDefault(d => d.Status != EntryStatus.Suspended && !talks.IsAnswered(d, view.Today));
        if (disrupted is not null && talks.Planned.Count == 0) yield return view.Words.Disrupted(disrupted, view.IsNamed(disrupted));
        if (last is not null) yield return view.Words.TookPlace(last, view.IsNamed(last), last: true);
        if (view.LastTalks is { } sides && view.LastOutsideTalks is { } others && IsAfter(others, sides)) yield return view.Words.TookPlace(others, view.IsNamed(others), last: true);
    }

    /// <summary>It was told after the talks took place.</summary>
    private static bool IsAfter(Standing s, Standing? last) => last is null || s.LastReported > last.LastReported || s.Happened > last.Happened;
}
