using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>The countries that an event is about: not those of its own parties, of who mediates, hosts or asks for it, or of who only tells of it.</summary>
/// <param name="knowledge">The names of countries.</param>
/// <param name="memory">Where the article was written, and whether there is war.</param>
/// <param name="countries">How often the article names each country, whoever names it: in a war without names its own officials tell the most.</param>
internal sealed class EventTopics(Knowledge knowledge, ArticleMemory memory, IReadOnlyDictionary<string, int> countries)
{
    private const int Most = 4;

    /// <summary>So often an article names the country that it is about as a whole.</summary>
    private const int OftenNamed = 3;

    /// <summary>Those that the event's own sentence names.</summary>
    public void Set(Reading reading, Candidate candidate)
    {
        List<(int First, int Last)>? told = null;
        foreach (var name in reading.Names)
        {
            if (name.Entry.Country is not { } country || name.Entry.Kind is NameKind.Seat || (name.Entry.Kind == NameKind.Person && (candidate.Type == EntryType.Talks || name.Entry.Party == country)))
                continue;
            if (candidate.Topics.Count >= Most || IsItsOwn(candidate, country) || (candidate.Type == EntryType.Talks && candidate.Place?.Country == country))
                continue;
            // Where a party tells of its own truce, its land is what the truce is about.
            if (!candidate.Parties.Exists(p => p.Id == name.Entry.Party) && IsIn(told ??= Tellers.Of(reading, knowledge), name))
                continue;
            var topic = knowledge.PartyName(country);
            if (!candidate.Topics.Contains(topic))
                candidate.Topics.Add(topic);
        }

        SetLand(candidate);
    }

    /// <summary>What the article as a whole is about, for those whose sentences do not say: the country named most that is no party to all of them.</summary>
    public void SetByArticle(List<Candidate> candidates)
    {
        string? best = null;
        var most = OftenNamed - 1;
        foreach (var (country, count) in countries)
        {
            if (count > most && !candidates.TrueForAll(c => c.Parties.Exists(p => p.Id == country)))
                (best, most) = (country, count);
        }

        if (best is null)
            return;
        foreach (var candidate in candidates)
        {
            if (candidate.Topics.Count == 0 && !Helps(candidate, best))
                candidate.Topics.Add(knowledge.PartyName(best));
        }
    }

    /// <summary>"JUBA - The truce came into effect": a truce of nobody named, told from a land at war, is of that land.</summary>
    private void SetLand(Candidate candidate)
    {
        if (candidate is { Type: EntryType.Ceasefire, Parties.Count: 0, Place: null, Topics.Count: 0 } && memory.Sides.AtWar && memory.Dateline is { Country: { } land } && knowledge.Capitals.ContainsKey(land))
            candidate.Topics.Add(knowledge.PartyName(land));
    }

    /// <summary>A state that takes part is no topic, but for a truce with those who fight it at home, and for one that names no other place.</summary>
    private static bool IsItsOwn(Candidate candidate, string country) =>
        candidate.Parties.Exists(p => p.Id == country)
            ? candidate.Type == EntryType.Talks || (candidate.Place is not null && !candidate.Parties.Exists(p => p.Id != country && p.Country == country))
            : Helps(candidate, country);

    /// <summary>It mediates, gives the place or asks for it.</summary>
    private static bool Helps(Candidate candidate, string country) =>
        candidate.Mediators.Exists(p => p.Id == country) || candidate.Hosts.Exists(p => p.Id == country) || candidate.Callers.Exists(p => p.Id == country);

    private static bool IsIn(List<(int First, int Last)> told, NameSpan name) =>
        told.Exists(t => t.First <= name.First && name.Last <= t.Last);
}
