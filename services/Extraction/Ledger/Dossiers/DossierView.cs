using Parley.Contracts;

namespace Parley.Extraction.Ledger.Dossiers;

/// <summary>The entries of a dossier, seen on one day.</summary>
internal sealed class DossierView
{
    private readonly string? country;
    private readonly HashSet<string> sides;

    public DossierView(string id, IReadOnlyList<Entry> entries, DateOnly today)
    {
        Today = today;
        country = DossierId.Country(id);
        var all = entries.Select(e => new Standing(e)).ToList();
        Ceasefires = new CeasefirePicture(all);
        Talks = new TalksPicture(all, today);
        Words = new TalksWording(today);
        Truces = new CeasefireWording(today);
        Pair = country is null ? PairOf(id, all) : [];
        sides = [.. all.Where(s => country is not null && s.Entry.Type == EntryType.Ceasefire && DossierKeys.Of(s.Entry).Contains(id)).SelectMany(s => s.Parties.Ids)];
        LastTalks = Talks.TookPlace.FirstOrDefault(IsOfSides);
        LastOutsideTalks = Talks.TookPlace.FirstOrDefault(s => !IsOfSides(s));
    }

    public DateOnly Today { get; }

    public CeasefirePicture Ceasefires { get; }

    public TalksPicture Talks { get; }

    public TalksWording Words { get; }

    public CeasefireWording Truces { get; }

    /// <summary>The two parties; empty for a conflict.</summary>
    public IReadOnlyList<string> Pair { get; }

    public Standing? LastTalks { get; }

    public Standing? LastOutsideTalks { get; }

    /// <summary>A sentence must say who: it is not just the two whose dossier it is.</summary>
    public bool IsNamed(Standing s) => !Pair.SequenceEqual(s.Parties.Ids);

    /// <summary>In a pair all talks are of both. In a conflict those between sides are, and those of which the text names one side alone.</summary>
    private bool IsOfSides(Standing s)
    {
        if (country is null) return true;
        var those = s.Parties.Ids.Count(p => sides.Contains(p) || DossierKeys.IsOf(p, country));
        return those > 1 || (those == 1 && s.Parties.Ids.Length == 1);
    }

    private static IReadOnlyList<string> PairOf(string id, IEnumerable<Standing> all)
    {
        var parties = all.First().Parties.Ids;
        return [.. parties.Where(p => DossierId.IsPairOf(id, p))];
    }
}
