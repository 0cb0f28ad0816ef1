using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>Who opens, adjourns or gives up the talks of two others presides over them, and is no side.</summary>
internal static class Presiding
{
    /// <summary>"The ministers met. The talks must begin by Friday": a meeting that is over is not the talks to come of the two whom the text is about.</summary>
    /// <param name="told">The talks that the sentence before told of.</param>
    /// <param name="status">What is said of "the talks".</param>
    /// <param name="sides">The two whom the text is about.</param>
    public static bool AreOthers(Candidate told, EntryStatus status, Sides sides) =>
        told.Status == EntryStatus.Held && status is EntryStatus.Proposed or EntryStatus.Planned && sides.Pair.Count == 2 && told.Parties.Count > 1 && !AreAmong(told.Parties, sides);

    /// <summary>"The chairmen adjourned the talks", "The United Nations gives up on Yemen talks".</summary>
    public static void Settle(Reading reading, Candidate candidate, Sides sides, Knowledge knowledge)
    {
        var chunk = reading.Chunks[candidate.At];
        if (sides.Pair.Count != 2 || candidate.Kind is EntryKind.Visit or EntryKind.Call or EntryKind.Summit || candidate.Verb < 0 || candidate.Verb >= candidate.At || candidate.Parties.Count == 0
            || reading.Chunks[candidate.Verb] is not { Kind: ChunkKind.Verb, Passive: false } verb || !(chunk.Event is { Strong: true } || chunk.IsDefinite) || BringsOthers(reading, candidate))
            return;
        var chairs = new List<Party>();
        foreach (var party in candidate.Parties)
        {
            if (!party.IsIn(chunk.Parties))
                chairs.Add(party);
        }

        if (chairs.Count == 0 || AreAmong(chairs, sides) || chunk.Parties.Exists(p => !p.IsIn(sides.Pair)))
            return;
        var leads = verb.Lemma is "preside over" or "chair" or "moderate" && (chunk.IsDefinite || candidate.Kind == EntryKind.Negotiation);
        var presides = leads ? chairs.TrueForAll(c => c.Known && (c.Persons.Count > 0 || IsOrganisation(c, knowledge))) : WordLists.Presiding.Has(verb.Lemma) && chunk.IsDefinite && chairs.TrueForAll(static c => c.Known && c.Persons.Count > 0);
        if (!presides && (chunk.Parties.Count != 1 || chairs.Exists(p => !IsOrganisation(p, knowledge))))
            return;
        foreach (var chair in chairs)
            Candidate.Add(candidate.Mediators, chair);
        candidate.Parties.Clear();
        candidate.AddParties(sides.Pair);
        reading.Note(candidate.At, "who presides over the talks of the two whom the text is about is no side of them", ExplanationStage.Parties);
    }

    /// <summary>"Singapore will have its summit": whose town or land has it is where it is held, and no side.</summary>
    public static bool IsHostOnly(Reading reading, Candidate candidate) =>
        candidate is { Kind: EntryKind.Summit or EntryKind.Conference, Verb: >= 0 and var verb, Parties: [{ Persons.Count: 0 }] } && verb < candidate.At && reading.Chunks[verb] is { Kind: ChunkKind.Verb, Lemma: "have" or "get" } && reading.Chunks[candidate.At] is var chunk
        && reading.Tokens[chunk.First].Is("its") && chunk.Parties.Count == 0 && verb > 0 && reading.Chunks[verb - 1] is { Kind: ChunkKind.Noun, Place: not null } && !BringsOthers(reading, candidate);

    private static bool AreAmong(List<Party> parties, Sides sides)
    {
        foreach (var party in parties)
        {
            foreach (var side in sides.Pair)
            {
                if (side.Same(party) || (side.Country is { } country && country == party.Id))
                    return true;
            }
        }

        return false;
    }

    private static bool IsOrganisation(Party party, Knowledge knowledge) =>
        party.Known && !knowledge.Capitals.ContainsKey(party.Id) && !knowledge.PartyCountries.ContainsKey(party.Id);

    /// <summary>"talks with the rebels", "between A and B": the text says whose they are.</summary>
    private static bool BringsOthers(Reading reading, Candidate candidate) =>
        Clauses.Phrases(reading, candidate.At).Exists(static p => p.Direct && p.Preposition is "with" or "between" or "among");
}
