using Parley.Contracts;

namespace Parley.Extraction.Ledger.Dossiers;

/// <summary>Entries to the dossier that they make.</summary>
public static class DossierFold
{
    /// <summary>Statements of one list up to which a dossier tells them: beyond, one reads the entries.</summary>
    private const int Most = 20;

    /// <summary>The dossier of this id; null where no entry belongs to it.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="ledger">The entries, of which those that belong to it are taken.</param>
    /// <param name="asOf">The moment from which it looks ahead and back.</param>
    public static Dossier? Of(string id, IEnumerable<Entry> ledger, DateTimeOffset asOf)
    {
        var entries = Select(id, ledger);
        if (entries.Count == 0) return null;
        var view = new DossierView(id, entries, DateOnly.FromDateTime(asOf.UtcDateTime));
        var (talks, ceasefires) = (view.Talks, view.Ceasefires);
        var steps = entries.SelectMany(e => e.History).ToList();
        var planned = Statements(talks.Planned, view, view.Words.Ahead);
        return new Dossier
        {
            Id = id,
            Type = DossierId.IsPair(id) ? DossierType.Pair : DossierType.Conflict,
            Title = Title(id, view, entries),
            Summary = new DossierSummary(view).Line(),
            AsOf = asOf,
            Parties = DossierActors.Of(entries, r => r == ParticipantRole.Party),
            Others = DossierActors.Of(entries, r => r != ParticipantRole.Party),
            Ceasefire = Statement(ceasefires.Present, view, view.Truces.State),
            FurtherCeasefires = Statements(ceasefires.Further, view, view.Truces.State),
            CeasefireEfforts = Statements(ceasefires.Efforts, view, view.Truces.Effort),
            FormerCeasefires = Statements(ceasefires.Former, view, view.Truces.State),
            Running = Statement(talks.Running.Count > 0 ? talks.Running[0] : null, view, view.Words.Running),
            NextTalks = planned.FirstOrDefault(s => s.Status == EntryStatus.Planned),
            Planned = planned,
            Overdue = Statements(talks.Overdue, view, view.Words.Overdue),
            Disrupted = Statements(talks.Disrupted, view, view.Words.Disrupted),
            LastTalks = Statement(view.LastTalks, view, (s, _) => view.Words.TookPlace(s, named: true, last: false)),
            LastOutsideTalks = Statement(view.LastOutsideTalks, view, (s, _) => view.Words.TookPlace(s, named: true, last: false)),
            EntryCount = entries.Count,
            ArticleCount = steps.Select(s => s.Article).Distinct(StringComparer.Ordinal).Count(),
            OutletCount = steps.Select(s => s.Outlet).OfType<string>().Distinct(StringComparer.Ordinal).Count(),
            FirstActivity = steps.Min(s => s.PublishedAt),
            LastActivity = steps.Max(s => s.PublishedAt),
        };
    }

    /// <summary>When the last article that tells of the entry was published.</summary>
    public static DateTimeOffset LastActivity(Entry entry) => entry.History.Max(s => s.PublishedAt);

    private static IReadOnlyList<Entry> Select(string id, IEnumerable<Entry> ledger)
    {
        var all = ledger.Select(e => (Entry: e, Keys: DossierKeys.Of(e))).ToList();
        var keys = DossierId.Keys(id).ToHashSet(StringComparer.Ordinal);
        keys.UnionWith(DossierKeys.OfSides(id, all.Where(e => e.Keys.Contains(id)).Select(e => e.Entry)));
        return [.. all.Where(e => e.Keys.Any(keys.Contains)).Select(e => e.Entry)];
    }

    private static string Title(string id, DossierView view, IReadOnlyList<Entry> entries)
    {
        if (DossierId.Country(id) is { } country) return SpokenNames.OfConflict(country);
        return SpokenNames.List([.. view.Pair.Select(p =>
            SpokenNames.InTitle(p, entries.SelectMany(e => e.Participants).FirstOrDefault(q => q.Id == p)?.Name ?? p))]);
    }

    private static List<DossierStatement> Statements(IEnumerable<Standing> standings, DossierView view, Func<Standing, bool, string> text) =>
        [.. standings.Take(Most).Select(s => Statement(s, view, text)!)];

    private static DossierStatement? Statement(Standing? s, DossierView view, Func<Standing, bool, string> text) => s is null ? null : new DossierStatement
    {
        Text = text(s, view.IsNamed(s)),
        EntryId = s.Entry.Id,
        Kind = s.Entry.Kind,
        Status = s.Entry.Status,
        Disputed = s.Entry.Disputed,
        Participants = s.Entry.Participants,
        Place = s.Entry.Place,
        Start = s.Entry.Start,
        End = s.Entry.End,
        StartPrecision = s.Entry.StartPrecision,
        Since = s.Since,
        SincePrecision = s.SincePrecision,
        SinceReported = s.SinceReported,
        LastReported = s.LastReported,
        Step = s.Step,
    };
}
