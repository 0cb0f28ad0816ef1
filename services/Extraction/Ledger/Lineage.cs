using Parley.Contracts;
using Parley.Extraction.Ledger.Verdicts;

namespace Parley.Extraction.Ledger;

/// <summary>Which entry became which. An entry lives on where its first mention is, since that gave its id; failing that, where most of its steps are.</summary>
internal sealed class Lineage
{
    private readonly Dictionary<string, VersionedEntry> predecessors = new(StringComparer.Ordinal);
    private readonly HashSet<string> losers = new(StringComparer.Ordinal);
    private readonly List<(VersionedEntry Entry, Entry? Into)> gone = [];

    /// <param name="before">The entries as they were.</param>
    /// <param name="after">The entries as they are.</param>
    /// <param name="heirs">Mentions that came in the place of others.</param>
    public Lineage(IReadOnlyCollection<VersionedEntry> before, IReadOnlyCollection<FoldedEntry> after, IEnumerable<Heir> heirs)
    {
        var heirOf = heirs.ToDictionary(h => EntryId.Of(h.Gone), h => EntryId.Of(h.Came), StringComparer.Ordinal);
        var byId = after.ToDictionary(a => a.Entry.Id, StringComparer.Ordinal);
        var byAnyId = new Lazy<Dictionary<string, FoldedEntry>>(() => ByAnyId(after));
        foreach (var old in before.OrderBy(b => b.Entry.History[0].PublishedAt).ThenBy(b => b.Entry.Id, StringComparer.Ordinal))
        {
            var home = byId.TryGetValue(old.Entry.Id, out var same) ? same
                : byAnyId.Value.TryGetValue(old.Entry.Id, out var holder) ? holder
                : heirOf.TryGetValue(old.Entry.Id, out var heir) && byAnyId.Value.TryGetValue(heir, out var inherited) ? inherited
                : MostOf(old.Entry, after);
            if (home is null || home.Entry.Id != old.Entry.Id) gone.Add((old, home?.Entry));
            if (home is null) continue;
            // The entry of that very id goes before others that merged into it.
            if (home.Entry.Id == old.Entry.Id) predecessors[old.Entry.Id] = old;
            else predecessors.TryAdd(home.Entry.Id, old);
            if (HasLost(old.Entry, home.Entry, after)) losers.Add(home.Entry.Id);
        }

        gone.Sort((a, b) => string.CompareOrdinal(a.Entry.Entry.Id, b.Entry.Entry.Id));
    }

    /// <summary>The entries that are no more, by id, and where each lives on; null where nothing of it is left.</summary>
    public IReadOnlyList<(VersionedEntry Entry, Entry? Into)> Gone => gone;

    /// <summary>What the entry was before; null where it was not.</summary>
    public VersionedEntry? PredecessorOf(FoldedEntry entry) => predecessors.GetValueOrDefault(entry.Entry.Id);

    /// <summary>Steps of what it was before stand in another entry now.</summary>
    public bool HasLostSteps(FoldedEntry entry) => losers.Contains(entry.Entry.Id);

    private static Dictionary<string, FoldedEntry> ByAnyId(IEnumerable<FoldedEntry> after)
    {
        var byId = new Dictionary<string, FoldedEntry>(StringComparer.Ordinal);
        foreach (var entry in after)
            foreach (var mention in entry.Mentions) byId[EntryId.Of(mention)] = entry;
        return byId;
    }

    private static FoldedEntry? MostOf(Entry old, IEnumerable<FoldedEntry> after)
    {
        var steps = old.History.Select(HistorySteps.Key).ToHashSet();
        var best = after.Where(a => a.Entry.Type == old.Type).MaxBy(a => a.Entry.History.Count(s => steps.Contains(HistorySteps.Key(s))));
        return best is not null && best.Entry.History.Any(s => steps.Contains(HistorySteps.Key(s))) ? best : null;
    }

    private static bool HasLost(Entry old, Entry now, IEnumerable<FoldedEntry> after)
    {
        var missing = old.History.Select(HistorySteps.Key).ToHashSet();
        missing.ExceptWith(now.History.Select(HistorySteps.Key));
        return missing.Count > 0 && after.Any(a => a.Entry.Id != now.Id && a.Entry.Type == now.Type
            && a.Entry.History.Any(s => missing.Contains(HistorySteps.Key(s))));
    }
}
