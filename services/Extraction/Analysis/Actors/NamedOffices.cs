namespace Parley.Extraction.Analysis;

/// <summary>Whom an article named by their offices: "the envoy", "the prince" and "the ministers" of later sentences are these.</summary>
internal sealed class NamedOffices
{
    // More are not looked back upon.
    private const int Most = 24;
    private readonly List<(string Office, Party Holder)> holders = [];
    private readonly List<(string Office, List<Party> Holders)> groups = [];

    /// <summary>Forgets the article.</summary>
    public void Clear()
    {
        holders.Clear();
        groups.Clear();
    }

    /// <summary>A phrase named its parties by an office.</summary>
    public void Note(string office, List<Party> parties)
    {
        if (office.Length == 0 || parties.Count == 0 || !parties.TrueForAll(static p => p.Known))
            return;
        if (parties.Count > 1)
        {
            Keep(groups, (One(office), [.. parties]));
            return;
        }

        // Who is named again is the last one again.
        for (var i = holders.Count - 1; i >= 0; i--)
        {
            if (holders[i].Office == office && holders[i].Holder.Same(parties[0]))
                holders.RemoveAt(i);
        }

        Keep(holders, (office, parties[0]));
    }

    /// <summary>The last one who was named by the office; null where none was.</summary>
    public Party? Holder(string office)
    {
        for (var i = holders.Count - 1; i >= 0; i--)
        {
            if (Means(office, holders[i].Office))
                return holders[i].Holder;
        }

        return null;
    }

    /// <summary>Whether the text gave a person of the party an office.</summary>
    public bool Holds(Party party)
    {
        foreach (var (_, holder) in holders)
        {
            if (holder.Same(party))
                return true;
        }

        return false;
    }

    /// <summary>Those who were named together by the office, else the last that were named by it one by one; none where that leaves fewer than two, or not the number told.</summary>
    public IReadOnlyList<Party> Holders(string office, int count)
    {
        if (groups.Count == 0 && holders.Count < 2)
            return [];
        office = One(office);
        for (var i = groups.Count - 1; i >= 0; i--)
        {
            if (Means(office, groups[i].Office) && (count == 0 || groups[i].Holders.Count == count))
                return groups[i].Holders;
        }

        var found = new List<Party>();
        for (var i = holders.Count - 1; i >= 0 && (count == 0 || found.Count < count); i--)
        {
            if (Means(office, holders[i].Office) && !holders[i].Holder.IsIn(found))
                found.Insert(0, holders[i].Holder);
        }

        return count > 1 ? found.Count == count ? found : [] : found.Count == 2 ? found : [];
    }

    private static void Keep<T>(List<T> list, T item)
    {
        if (list.Count == Most)
            list.RemoveAt(0);
        list.Add(item);
    }

    private static string One(string office) => office.Length > 3 && office[^1] == 's' ? office[..^1] : office;

    /// <summary>"the diplomat" may be the ambassador; "the minister" is no prime minister.</summary>
    private static bool Means(string said, string named) =>
        said == named || (WordLists.Diplomats.Has(said) && WordLists.Diplomats.Has(named));
}
