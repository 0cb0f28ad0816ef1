using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>Whose an event is where its own clause does not say it: what the text has told before, and how many it counts.</summary>
internal sealed class ToldParties(Knowledge knowledge, ArticleMemory memory)
{
    /// <summary>What the grammar does not settle counts only where the text says whose it is: two parties, or for a ceasefire one side that fights.</summary>
    public bool IsWhose(Reading reading, Candidate candidate)
    {
        var known = candidate.Parties.Count(p => p.Known);
        if (known > 1 || (candidate.Type == EntryType.Ceasefire && known == 1 && candidate.Parties[0].Country != candidate.Parties[0].Id))
            return true;
        if (candidate.Type != EntryType.Ceasefire)
        {
            // "Those talks, reprieved last week, took up the matter of prisoners".
            if (known > 0 || candidate.At > 0 || memory.Sides.Pair.Count != 2 || !reading.Chunks[candidate.At].IsDefinite || reading.Chunks[candidate.At].Head is not ("talks" or "negotiations") || !(memory.Sides.AtWar || memory.Sides.OfOneCountry is not null))
                return false;
            candidate.AddParties(memory.Sides.Pair);
            return true;
        }

        if (reading.Names.Exists(n => n.Entry.Kind == NameKind.Group) || candidate.Parties.Exists(p => p.Fighters))
            return true;
        if (memory.Sides.Pair.Count == 2 && (memory.Sides.AtWar || memory.Sides.OfOneCountry is not null) && reading.Chunks[candidate.At].IsDefinite)
            return true;
        var sides = reading.Names.Where(n => n.Entry.Kind is NameKind.Group or NameKind.State or NameKind.Demonym or NameKind.Seat && knowledge.PartyCountries.ContainsKey(n.Entry.Party)).Select(n => n.Entry.Party).Distinct().Count();
        return sides > 1;
    }

    /// <summary>"A four-way summit was put off after the ministers of A, B, C and D": the one list of as many states; "the delegations are to return on Friday for a discussion": of the two sides.</summary>
    public void AddCounted(Reading reading, Candidate candidate)
    {
        var chunk = reading.Chunks[candidate.At];
        var count = 0;
        for (var i = chunk.First; i < chunk.Last && count == 0; i++)
            count = reading.Tokens[i].Word?.Text switch { "trilateral" or "tripartite" => 3, "quadripartite" => 4, "three" => 3, "four" => 4, "five" => 5, "six" => 6, _ => 0 };
        if (count > 0 && (reading.Has(chunk, "way") || reading.Has(chunk, "party") || reading.Has(chunk, "nation") || reading.Has(chunk, "trilateral") || reading.Has(chunk, "tripartite") || reading.Has(chunk, "quadripartite"))
            && reading.Chunks.Find(c => c.IsActor && c.Parties.Count == count && c.Parties.TrueForAll(p => p.Known)) is { } all)
        {
            candidate.Parties.Clear();
            candidate.AddParties(all.Parties);
            reading.Note(candidate.At, "as many as the text counts: the one list of so many states", ExplanationStage.Parties);
            return;
        }

        if (candidate is not { Verb: >= 0 and var verb } || reading.Chunks[verb].Lemma is not ("return" or "come back" or "reassemble") || memory.Sides.Pair.Count != 2 || !reading.Chunks.Exists(c => c is { Kind: ChunkKind.Noun, IsDefinite: true, Head: "delegations" or "delegates" or "negotiators" } && c.Last - c.First == 2))
            return;
        candidate.Parties.Clear();
        candidate.Callers.Clear();
        candidate.AddParties(memory.Sides.Pair);
    }

    /// <summary>"The talks were broken off", "Peace negotiations opened": whose they are, the article has said.</summary>
    public void AddSides(Reading reading, int verb, Candidate candidate)
    {
        var pair = memory.Sides.Pair;
        var chunk = reading.Chunks[candidate.At];
        if (pair.Count != 2 || IsAnothers(reading, chunk) || candidate.Kind is EntryKind.Visit or EntryKind.Call or EntryKind.Mediation || !chunk.Event!.Strong && !chunk.IsDefinite && chunk.Head is not ("round" or "session") || candidate.Mediators.Exists(m => pair.Any(p => p.Same(m))))
            return;
        if (candidate.Parties is [{ Known: true } land] && WordLists.Lands.Has(land.Id) && !land.IsIn(pair) && SideOf(pair, land.Id) is { } side)
        {
            // "the conference on Kosovo": of those who contend for the land, as the text names them.
            candidate.Parties.Clear();
            candidate.Parties.Add(side);
        }

        if (verb > candidate.At && candidate.Parties.Count > 0 && memory.Sides.OfOneCountry is var (state, _) && AreGroupsOf(candidate.Parties, state) && candidate.Mediators.Count == 0 && (candidate.Parties.Count == 1 || AreWith(reading, candidate.At)))
        {
            // "Negotiations with the guerrillas are going on": of the state that they fight, and nobody else's.
            Candidate.Add(candidate.Parties, state);
            reading.Note(candidate.At, "talks with an armed group: of the state that it fights", ExplanationStage.Parties);
            return;
        }

        if (verb > candidate.At && candidate.Parties is [{ Known: true } government] && candidate.Mediators.Count == 0 && memory.Sides.OfOneCountry is var (own, fighters) && government.Same(own) && chunk.Parties.Count == 0)
        {
            // "They went in, where talks with the government began": of the group that fights it.
            Candidate.Add(candidate.Parties, fighters);
            reading.Note(candidate.At, "talks with a government: of the group that fights it, whom the text is about", ExplanationStage.Parties);
            return;
        }

        if (Clauses.Phrases(reading, candidate.At).Exists(p => p.Preposition is "between" or "with" or "among" && p.Direct && p.Nouns.Exists(n => n.IsActor)))
            return;
        if (candidate.Parties.Count == 1 && (reading.Sentence.IsTitle || verb > candidate.At) && pair.Any(p => p.Same(candidate.Parties[0])))
            candidate.AddParties(pair);
        if (Clauses.Phrases(reading, candidate.At).Exists(p => p.Preposition is "between" or "with" or "among" && p.Direct))
            return;
        if (candidate.Parties.Count == 0 ? chunk.IsDefinite || chunk.Head is "round" or "session" || chunk.Event.Kind == EntryKind.Negotiation : candidate.Parties.Count == 1 && (chunk.IsDefinite || Circumstance.IsUnreal(reading, reading.Chunks[verb])) && pair.Any(p => p.Same(candidate.Parties[0])))
            candidate.AddParties(candidate.Parties.Count == 0 && chunk is { IsDefinite: false, Head: "session" } && JustTold() is { } talking ? talking : chunk.IsDefinite && memory.Several.Count > 2 && pair.All(p => p.IsIn(memory.Several)) ? memory.Several : pair);
    }

    /// <summary>"A further session is to be held on Friday": of those who talked in one of the sentences before; null where nobody did.</summary>
    private List<Party>? JustTold() =>
        memory.Told.Count > 0 && memory.Told[^1] is ({ Kind: not (EntryKind.Call or EntryKind.Visit) } talks, var number) && memory.Number - number <= TakenUp.Reach ? talks.Parties : null;

    private static Party? SideOf(IReadOnlyList<Party> pair, string land) => pair[0].Country == land ? pair[0] : pair[1].Country == land ? pair[1] : null;

    /// <summary>Armed groups of the state, and not the state itself.</summary>
    private static bool AreGroupsOf(List<Party> parties, Party state)
    {
        foreach (var party in parties)
        {
            if (!party.Known || party.Country != state.Id || party.Id == state.Id)
                return false;
        }

        return true;
    }

    /// <summary>"the talks with the Front and the Movement": with all of them, and so of another.</summary>
    private static bool AreWith(Reading reading, int at) => Clauses.Phrases(reading, at) is [{ Preposition: "with", Direct: true }, ..];

    /// <summary>"A follow-up meeting has been set for March", "direct talks should follow": with nothing said of whose, they are of those who talk in the text.</summary>
    public void AddTold(Reading reading, Candidate candidate)
    {
        var chunk = reading.Chunks[candidate.At];
        if (reading.Sentence.IsTitle || candidate.Kind is EntryKind.Visit or EntryKind.Call or EntryKind.Mediation or EntryKind.Summit || !(chunk.Event!.Strong || chunk.Head is "round" or "session") || chunk.Head == "conference" || reading.Has(chunk, "news") || reading.Has(chunk, "press") || IsAnothers(reading, chunk)
            || memory.Sides.Pair.Count != 2 || !(memory.Sides.AtWar || memory.Sides.OfOneCountry is not null))
            return;
        if (Clauses.Phrases(reading, candidate.At).Exists(p => p.Direct && p.Preposition is "between" or "with" or "among" or "of"))
            return;
        var again = (chunk.Head is "meeting" or "meetings" or "session" or "discussions" ? memory.LastTalks : chunk.IsDefinite && memory.LastEvent is { Type: EntryType.Talks, Parties.Count: > 1 } ? memory.LastEvent : null) is { Kind: not EntryKind.Call } told && !(chunk.Head is "round" or "rounds" or "negotiations" && told.Parties.Count(p => p.IsIn(memory.Sides.Pair)) == 1) ? told.Parties : memory.Sides.Pair;
        candidate.AddParties(again);
        reading.Note(candidate.At, "the sentence does not say whose it is: of those who talk in the text", ExplanationStage.Parties);
    }

    /// <summary>"the alliance's next meeting": of whoever stands before the apostrophe.</summary>
    private static bool IsAnothers(Reading reading, Chunk chunk)
    {
        for (var i = chunk.First; i + 1 < chunk.Last; i++)
        {
            if (reading.Tokens[i].Mark == Mark.Apostrophe || reading.Tokens[i].Is("'s"))
                return i > chunk.First && !reading.Tokens[i - 1].Is(WordClass.Weekday | WordClass.Month) && reading.Tokens[i - 1].Word?.Text is not ("week" or "month" or "year" or "today" or "yesterday" or "tomorrow") && !WordLists.EitherSides.Has(reading.Tokens[i - 1].Word?.Text);
        }

        return false;
    }
}
