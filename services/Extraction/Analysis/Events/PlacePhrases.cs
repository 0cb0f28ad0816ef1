using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>Places that stand behind "in", "at" or "near" in the clause of an event, and are neither its topic nor another event's.</summary>
internal static class PlacePhrases
{
    public static (NameEntry Place, string Text)? Behind(Reading reading, Candidate candidate, int from, Knowledge knowledge)
    {
        var chunks = reading.Chunks;
        for (var j = from; j + 1 < chunks.Count; j++)
        {
            if (j > candidate.At && from == candidate.At && chunks[j].Event is { } other && other.Type == candidate.Type)
                break;

            // "signed a truce, and are to open peace talks in Rome": where these are.
            if (j > candidate.At && candidate.Type == EntryType.Ceasefire && chunks[j].Event is { Type: EntryType.Talks } && chunks[j].Kind == ChunkKind.Noun)
                break;

            // "has been breached; mortars were heard near the airport": another sentence but for the point.
            if (j > candidate.At && candidate.Type == EntryType.Ceasefire && chunks[j].Kind == ChunkKind.Break && reading.Text[reading.Tokens[chunks[j].First].Start] == ';')
                break;
            if (candidate.Type == EntryType.Ceasefire && j < candidate.At && IsElsewhere(chunks, j, candidate))
                continue;
            if (chunks[j].Kind != ChunkKind.Preposition || chunks[j].Head is not ("in" or "at" or "near" or "outside" or "across" or "throughout" or "around"))
                continue;
            // "in that Baltic resort": the tagger takes "that" for a clause's.
            var target = chunks[j + 1] is { Kind: ChunkKind.Subordinator, Head: "that" } && j + 2 < chunks.Count && WordLists.Towns.Has(chunks[j + 2].Head) ? chunks[j + 2] : TownOf(chunks, j + 1) ?? chunks[j + 1];
            // "at the Iranian mission": it stands in another land.
            if (target.Head is "mission" or "embassy" or "consulate" or "legation" or "delegation")
                continue;
            if (target.Kind != ChunkKind.Noun || target.Event is not null || (target.Place ?? EventPlaces.Described(reading, target, knowledge) ?? Unlisted(reading, target, chunks[j].Head)) is not { } place)
                continue;
            if (candidate.Type == EntryType.Ceasefire && (place.Kind is NameKind.City or NameKind.Seat || IsAbroad(place, candidate)) && IsWhereItWasMade(chunks, j))
                continue;
            if (candidate.Type == EntryType.Talks && (IsTopicOf(chunks, j) || chunks[j].Head is "around" or "across" or "throughout"))
                continue;
            if (j > 0 && j - 1 != candidate.At && chunks[j - 1].Event is not null && candidate.Type == EntryType.Talks && chunks[j - 1].Event!.Type != candidate.Type)
                continue;
            if (candidate.Type == EntryType.Talks && j > 0 && j - 1 != candidate.At && !IsFreshFrom(chunks, j, candidate) && chunks[j - 1] is { Kind: ChunkKind.Noun, IsActor: false, IsDate: false, Event: null, IsPronoun: false, Place: null } && !(j > 1 && chunks[j - 2].Kind == ChunkKind.Preposition && chunks[j - 2].Head is "on" or "about" or "over" or "for" or "of" or "in" or "at"))
                continue;
            if (candidate.Type == EntryType.Talks && (OtherClause(chunks, candidate.Verb > candidate.At && j > candidate.Verb ? candidate.Verb : candidate.At, j) || IsOfNext(chunks, candidate.At, j)))
                continue;
            return (place, target.Place is null ? reading.Slice(target.First, target.Last) : reading.Slice(target.PlaceAt, target.PlaceEnd));
        }

        return null;
    }

    /// <summary>"in the port city of Hodeidah", "at the village of Rimbo": the name behind "of"; null where the phrase is no such.</summary>
    private static Chunk? TownOf(List<Chunk> chunks, int at) =>
        at + 2 < chunks.Count && chunks[at] is { Kind: ChunkKind.Noun, Place: null } && WordLists.Settlements.Has(chunks[at].Head) && chunks[at + 1] is { Kind: ChunkKind.Preposition, Head: "of" } && chunks[at + 2].Kind == ChunkKind.Noun ? chunks[at + 2] : null;

    /// <summary>"at Panmunjom": a name in no list, where a place stands.</summary>
    private static NameEntry? Unlisted(Reading reading, Chunk chunk, string preposition)
    {
        if (preposition is not ("in" or "at" or "near") || chunk.IsActor || chunk.IsDate || chunk.Parties.Count > 0 || chunk.Last - chunk.First > 3)
            return null;
        for (var i = chunk.First; i < chunk.Last; i++)
        {
            ref readonly var token = ref reading.Tokens[i];
            if (token.Tag != Tag.Name || !token.Capital || token.AllCapitals || token.Is(WordClass.Month | WordClass.Weekday) || reading.Names.Exists(n => i >= n.First && i < n.Last))
                return null;
        }

        var name = reading.Slice(chunk.First, chunk.Last);
        return new NameEntry(NameKind.City, "-", name, null, 0, 0, false, false, name);
    }

    /// <summary>Another country than those of all its parties.</summary>
    private static bool IsAbroad(NameEntry place, Candidate candidate) =>
        place.Country is { } country && candidate.Parties.Count > 0 && candidate.Parties.TrueForAll(p => p.Country is not null && p.Country != country);

    /// <summary>"signed in Oslo", "after talks in Moscow", "told reporters in Ankara": not where a ceasefire applies.</summary>
    private static bool IsWhereItWasMade(List<Chunk> chunks, int preposition)
    {
        var own = false;
        for (var j = preposition - 1; j >= 0 && j >= preposition - 5; j--)
        {
            if (chunks[j].Event is { Type: EntryType.Talks })
                return true;
            own |= chunks[j].Event is { Type: EntryType.Ceasefire };
            if (chunks[j].Kind == ChunkKind.Verb && own)
                return chunks[j].Lemma is "sign" or "initial" or "announce" or "unveil" or "seal" or "hammer out" or "negotiate";
            if (chunks[j].Kind == ChunkKind.Verb)
                return WordLists.MadeThere.Has(chunks[j].Lemma);
        }

        return false;
    }

    /// <summary>"A bomb went off near the bank an hour after the rebels ended their truce", "In Berlin the truce was described as damaged": where something else happened, or where it is spoken of.</summary>
    private static bool IsElsewhere(List<Chunk> chunks, int preposition, Candidate candidate)
    {
        if (chunks[preposition].Kind != ChunkKind.Preposition)
            return false;
        // "A mediator in Nairobi said that both sides had agreed to a truce": where he says so.
        if (preposition > 0 && preposition + 2 < candidate.At && chunks[preposition - 1] is { Kind: ChunkKind.Noun, Parties: [{ Known: true } speaker] } && !speaker.IsIn(candidate.Parties) && chunks[preposition + 1].Place is { Kind: NameKind.Seat or NameKind.City } && chunks[preposition + 2] is { Kind: ChunkKind.Verb, Finite: true, Lemma: "say" or "report" or "announce" or "confirm" or "claim" or "add" or "state" })
            return true;
        if (candidate.Verb > candidate.At ? IsOfSpeech(chunks[candidate.Verb]) : chunks.Exists(c => c.First > chunks[candidate.At].First && c.Kind == ChunkKind.Verb && c.Finite && IsOfSpeech(c)))
            return chunks[preposition + 1].Place is { Kind: NameKind.Seat or NameKind.City };
        var verb = chunks.FindIndex(0, preposition, static c => c is { Kind: ChunkKind.Verb, Finite: true });
        return verb >= 0 && chunks[verb].Lemma is "blow" or "explode" or "go off" or "rip" or "kill" or "wound" or "shatter" && chunks.FindIndex(preposition, candidate.At - preposition, static c => c is { Kind: ChunkKind.Subordinator, Head: "after" or "before" or "as" or "since" }) >= 0;
    }

    private static bool IsOfSpeech(Chunk verb) => verb is { Passive: true, Lemma: "describe" or "regard" or "see" or "call" or "hail" or "welcome" or "praise" or "view" or "consider" };

    private static bool OtherClause(List<Chunk> chunks, int at, int preposition)
    {
        for (var j = Math.Min(at, preposition) + 1; j < Math.Max(at, preposition); j++)
        {
            if (chunks[j].Kind is ChunkKind.Subordinator or ChunkKind.Relative || (chunks[j].Kind == ChunkKind.Verb && preposition > at && chunks[j].Finite && chunks[at].Kind == ChunkKind.Verb))
                return true;

            // "Johnson, who had begun the negotiations, died in Texas".
            if (preposition > at && chunks[j].Kind == ChunkKind.Verb && chunks[j].Finite && chunks[j - 1].Kind == ChunkKind.Comma && chunks.FindLastIndex(at, static c => c.Kind is ChunkKind.Relative) >= 0)
                return true;
        }

        return false;
    }

    /// <summary>"come for talks, to be followed by a conference in Paris": where the next one is.</summary>
    private static bool IsOfNext(List<Chunk> chunks, int at, int preposition) =>
        preposition - 2 > at && chunks[at].Kind == ChunkKind.Noun && chunks[preposition - 1].Event is { Type: EntryType.Talks } && chunks.FindIndex(at + 1, preposition - at - 1, static c => c.Kind == ChunkKind.Verb || c.Head is "before") >= 0;

    /// <summary>"told reporters in Kabul after talks": where they spoke is where they had met.</summary>
    private static bool IsFreshFrom(List<Chunk> chunks, int preposition, Candidate candidate) =>
        candidate.Status == EntryStatus.Held && preposition > 0 && preposition + 2 < candidate.At && chunks[preposition - 1].Head is "reporters" or "journalists" or "correspondents" or "newsmen" && chunks[preposition + 2] is { Kind: ChunkKind.Preposition, Head: "after" or "following" };

    /// <summary>"developments in Libya", "the situation in Syria": what is talked of, not where.</summary>
    private static bool IsTopicOf(List<Chunk> chunks, int preposition) =>
        preposition > 0 && chunks[preposition - 1].Kind == ChunkKind.Noun && chunks[preposition - 1].Event is null && WordLists.Situations.Has(chunks[preposition - 1].Head);
}
