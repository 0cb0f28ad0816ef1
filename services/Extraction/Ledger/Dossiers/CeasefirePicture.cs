using Parley.Contracts;

namespace Parley.Extraction.Ledger.Dossiers;

/// <summary>The ceasefires of a dossier: which stand, which are former ones, and what is done for another.</summary>
internal sealed class CeasefirePicture
{
    public CeasefirePicture(IEnumerable<Standing> all)
    {
        var ceasefires = all.Where(s => s.Entry.Type == EntryType.Ceasefire).ToList();
        var latestFirst = ceasefires.Where(s => !Stages.IsWish(s.Status)).OrderByDescending(s => s.Came).ThenByDescending(s => s.LastReported)
            .ThenBy(s => s.Entry.Id, StringComparer.Ordinal).ToList();
        var standing = new List<Standing>();
        var former = new List<Standing>();
        foreach (var truce in latestFirst)
        {
            // The last one is shown even where it broke down: that there is none now is its present state.
            var isLast = standing.Count + former.Count == 0;
            if (isLast || (truce.Status != EntryStatus.Collapsed && !standing.Exists(s => IsOfTheSame(s, truce)))) standing.Add(truce);
            else former.Add(truce);
        }

        // One that stands goes before a younger one that broke down elsewhere.
        Present = standing.Find(s => s.Status != EntryStatus.Collapsed) ?? standing.FirstOrDefault();
        Further = [.. standing.Where(s => s != Present && s.Status != EntryStatus.Collapsed)];
        Former = [.. standing.Where(s => s != Present && s.Status == EntryStatus.Collapsed).Concat(former).OrderByDescending(s => s.Came).ThenBy(s => s.Entry.Id, StringComparer.Ordinal)];
        Efforts =
        [
            .. ceasefires.Where(s => Stages.IsWish(s.Status) && (Present is null || IsNewer(s, Present)))
                .OrderByDescending(s => s.LastReported).ThenBy(s => s.Entry.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>The one that stands, or else the last that broke down; null where there never was one.</summary>
    public Standing? Present { get; }

    public IReadOnlyList<Standing> Further { get; }

    /// <summary>The latest first.</summary>
    public IReadOnlyList<Standing> Former { get; }

    /// <summary>Told of since; the latest first.</summary>
    public IReadOnlyList<Standing> Efforts { get; }

    /// <summary>What was wished for was told after the ceasefire that stands was: before, it was perhaps the wish for that one.</summary>
    private static bool IsNewer(Standing effort, Standing present) =>
        Standing.Day(effort.LastReported) > present.Came && (present.Step.Background || effort.LastReported > present.Step.PublishedAt);

    /// <summary>
    /// A later truce takes the place of an earlier one, unless it is another's: that of another armed side, or of another part of the country.
    /// </summary>
    private static bool IsOfTheSame(Standing later, Standing earlier)
    {
        if (Fighters(later) is { Count: > 0 } x && Fighters(earlier) is { Count: > 0 } y && !x.Overlaps(y)) return false;
        var (a, b) = (Telling.Fold(later.Entry.Place?.Name), Telling.Fold(earlier.Entry.Place?.Name));
        return a is null || b is null || a == b || Countries.Code(a) is not null || Countries.Code(b) is not null;
    }

    /// <summary>The armed sides that a list has: each side of a government has a truce of its own, but a land, and rebels by no name, may be any of them.</summary>
    private static HashSet<string> Fighters(Standing s) => s.Parties.Ids.Where(ConflictCountries.IsListed).ToHashSet(StringComparer.Ordinal);
}
