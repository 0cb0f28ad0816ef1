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

        if (chairs.Count == 0 || AreAmong(chairs, sides) || !AreOfSides(chunk.Parties, sides))
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

    /// <summary>"A and B share the chair at the talks", "held under the chairmanship of A with envoys of B in attendance": who chairs or attends those of the two whom the text is about is no side.</summary>
    public static void SettleChair(Reading reading, Candidate candidate, Sides sides)
    {
        if (sides.Pair.Count != 2 || candidate.Parties.Count == 0 || candidate.Kind is EntryKind.Visit or EntryKind.Call || !Array.Exists(reading.Tokens, static t => WordLists.Chairing.Has(t.Word?.Text)))
            return;
        var chunk = reading.Chunks[candidate.At];
        if (chunk.Kind != ChunkKind.Noun || !chunk.IsDefinite || AreAmong(candidate.Parties, sides) || !candidate.Parties.TrueForAll(static p => p.Known) || BringsOthers(reading, candidate))
            return;
        candidate.AddMediators(candidate.Parties);
        candidate.Parties.Clear();
        candidate.AddParties(sides.Pair);
        reading.Note(candidate.At, "who chairs or attends the talks of the two whom the text is about is no side of them", ExplanationStage.Parties);
    }

    /// <summary>"The envoy, who chairs the negotiations, met each delegation": who sees both of the two whom the text is about goes between them.</summary>
    public static void SettleRound(Reading reading, Candidate candidate, Sides sides)
    {
        if (candidate is not { Type: EntryType.Talks, Kind: EntryKind.Meeting, Status: EntryStatus.Held, Parties: [var one, var other], Verb: >= 0 and var verb } || sides.Pair.Count != 2 || verb + 1 >= reading.Chunks.Count || !IsEach(reading, reading.Chunks[verb + 1]))
            return;
        var (between, each) = one.Known ? (one, other) : (other, one);
        if (!between.Known || each.Known || between.IsIn(sides.Pair) || AreAmong([between], sides))
            return;
        candidate.AddMediators([between]);
        candidate.Parties.Clear();
        candidate.AddParties(sides.Pair);
        candidate.Kind = EntryKind.Mediation;
        reading.Note(candidate.At, "who sees each of the two whom the text is about is no side of them", ExplanationStage.Parties);
    }

    private static bool IsEach(Reading reading, Chunk chunk) =>
        chunk is { Kind: ChunkKind.Noun, Head: "delegation" or "delegations" or "side" or "sides" or "team" or "teams" } && reading.Tokens[chunk.First].Word?.Text is "each" or "both" or "either";

    /// <summary>"to take part in the talks which the union is convening in Algiers": who convenes them is no side.</summary>
    public static void SettleConvener(Reading reading, Candidate candidate)
    {
        var (chunks, at) = (reading.Chunks, candidate.At);
        if (candidate.Parties.Count < 2 || chunks[at].Kind != ChunkKind.Noun || at + 3 >= chunks.Count)
            return;
        var relative = chunks[at + 1].Kind == ChunkKind.Comma ? at + 2 : at + 1;
        if (relative + 2 >= chunks.Count || chunks[relative] is not { Kind: ChunkKind.Relative, Head: "which" or "that" } || chunks[relative + 1] is not { Kind: ChunkKind.Noun, Parties: [{ Known: true } convener] } || chunks[relative + 2] is not { Kind: ChunkKind.Verb } verb || !WordLists.Convening.Has(verb.Lemma))
            return;
        Remove(candidate.Parties, convener.Id, placesOnly: false);
        Candidate.Add(candidate.Hosts, convener);
        // "in Algiers": where it convenes them.
        var land = relative + 4 < chunks.Count && chunks[relative + 3] is { Kind: ChunkKind.Preposition, Head: "in" or "at" } ? chunks[relative + 4].Place?.Country : null;
        if (land is not null && candidate.Parties.Count > 1)
            Remove(candidate.Parties, land, placesOnly: true);
        reading.Note(at, "who convenes the talks is no side of them", ExplanationStage.Parties);
    }

    private static void Remove(List<Party> parties, string id, bool placesOnly)
    {
        for (var i = parties.Count - 1; i >= 0; i--)
        {
            if (parties[i].Id == id && (parties[i].IsPlace || !placesOnly))
                parties.RemoveAt(i);
        }
    }

    /// <summary>"One side did not appear at a session", in a text that tells of the talks of both: they had begun (Ruling 15).</summary>
    public static void SettleAbsence(Reading reading, Candidate candidate, Candidate? told)
    {
        if (candidate is not { Status: EntryStatus.Cancelled, Parties: [{ Known: true } absent], Verb: >= 0 and var verb } || told is not { Type: EntryType.Talks, Status: EntryStatus.UnderWay or EntryStatus.Suspended or EntryStatus.Held, Kind: EntryKind.Negotiation or EntryKind.Mediation or EntryKind.Conference, Parties.Count: > 1 }
            || !absent.IsIn(told.Parties) || reading.Chunks[candidate.At].Head is not ("session" or "sessions" or "talks" or "negotiations" or "round") || !WordLists.Appearing.Has(reading.Chunks[verb].Lemma))
            return;
        (candidate.Status, candidate.Kind) = (EntryStatus.Suspended, told.Kind);
        candidate.AddParties(told.Parties);
        reading.Note(candidate.At, "the talks of both had begun: a side stays away from them", ExplanationStage.Status);
    }

    /// <summary>"The talks opened on Feb. 6", told behind a meeting of the 19th: what began before it was not that meeting.</summary>
    public static void Leave(Reading reading, Candidate candidate, Sides sides)
    {
        if (candidate is not { Type: EntryType.Talks, Status: EntryStatus.UnderWay, Precision: DatePrecision.Day, Start: { } opened, Again: { Status: EntryStatus.Held, Precision: DatePrecision.Day, Start: { } day } told } || opened >= day.AddDays(-1) || sides.Pair.Count != 2 || AreAmong(told.Parties, sides))
            return;
        candidate.Again = null;
        candidate.Parties.Clear();
        candidate.AddParties(sides.Pair);
        reading.Note(candidate.At, "it opened before the meeting that the text told last: it is of the two sides that the text is about", ExplanationStage.Parties);
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

    /// <summary>"the Kosovo conference": sides, or the land that they contend for.</summary>
    private static bool AreOfSides(List<Party> parties, Sides sides)
    {
        foreach (var party in parties)
        {
            if (!party.IsIn(sides.Pair) && party.Id != sides.Pair[0].Country && party.Id != sides.Pair[1].Country)
                return false;
        }

        return true;
    }

    private static bool IsOrganisation(Party party, Knowledge knowledge) =>
        party.Known && !knowledge.Capitals.ContainsKey(party.Id) && !knowledge.PartyCountries.ContainsKey(party.Id);

    /// <summary>"talks with the rebels", "between A and B": the text says whose they are.</summary>
    private static bool BringsOthers(Reading reading, Candidate candidate) =>
        Clauses.Phrases(reading, candidate.At).Exists(static p => p.Direct && p.Preposition is "with" or "between" or "among" && !p.Nouns.TrueForAll(static n => !n.IsActor && !n.IsCommoner && n.Parties.Count == 0));
}
