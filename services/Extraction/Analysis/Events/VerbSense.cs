using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>Whether a verb that can be talks is talks here, by who does it to whom.</summary>
internal static class VerbSense
{
    /// <summary>Rules out what a verb means besides talks: "called him a liar", "received aid", "met the criteria", "discussed the plan".</summary>
    public static bool Fits(
        Reading reading, Chunk verb, DirectVerb direct, List<Chunk> subjects, List<Chunk> objects, List<Clauses.Phrase> phrases, List<Party> parties, List<Party> others, ref EntryKind kind)
    {
        if (others.Count == 0 && parties.Count > 1 && !verb.Passive && IsWithEachOther(direct, phrases))
        {
            kind = kind == EntryKind.Call && !HasPhone(reading) ? EntryKind.Meeting : kind;
            return true;
        }

        switch (verb.Lemma)
        {
            case "call":
                // "called Putin a killer", "called the president corrupt", "is called": a name for him, no telephone.
                return objects.Count > 0 && !verb.Passive && parties.Count > 0 && !IsNaming(reading, objects[^1]) && !(verb.Infinitive && objects[0].IsPronoun);
            case "speak":
                if (parties.Count > 1 && HasPhone(reading))
                    return true;
                if (others.Count == 0)
                    return false;
                if (phrases.Exists(p => p.Nouns.Exists(n => n.Head is "phone" or "telephone")))
                    return true;
                return others.Exists(o => o.Persons.Count > 0) || phrases.Exists(p => p.Preposition == "with");
            case "talk":
                if (HasPhone(reading))
                    kind = EntryKind.Call;
                return others.Count > 0 || (parties.Count > 1 && !verb.Passive && parties.TrueForAll(p => p.Known) && (HasPhone(reading) || !(phrases.Count > 0 && phrases[0].Preposition is "of" or "about")));
            case "discuss":
                if (parties.Count > 1 && others.Count == 0 && HasPhone(reading))
                {
                    kind = EntryKind.Call;
                    return true;
                }

                if (others.Count > 0 && !IsOfRelations(reading, phrases))
                {
                    if (HasPhone(reading))
                        kind = EntryKind.Call;
                    return true;
                }

                return AreOfficials(reading, verb, objects, parties);
            case "take up" or "go over" or "go through":
                return others.Count > 0 ? others.Exists(o => o.Persons.Count > 0) : AreOfficials(reading, verb, objects, parties);
            case "spend":
                // "spent an hour with Brezhnev": time, with a man.
                return IsTimeSpent(reading, reading.Chunks.IndexOf(verb) + 1) && (others.Count > 0 ? others.Exists(o => o.Known || o.Persons.Count > 0) && parties.Exists(p => p.Known) : parties.Count > 1 && parties.TrueForAll(p => p.Known) && AreTogether(reading, verb, phrases));
            case "sit" or "sit up":
                return (others.Exists(o => o.Known) && parties.Exists(p => p.Known)) || (others.Count == 0 && parties.Count == 2 && subjects is [{ IsPlural: true, Head: "delegations" or "delegates" or "negotiators" or "sides" }]);
            case "embrace":
                return parties.Exists(p => p.Persons.Count > 0) && (others.Exists(o => o.Persons.Count > 0) || (objects.Count == 0 && parties.Count > 1 && parties.TrueForAll(p => p.Persons.Count > 0)));
            case "meet":
                // "were met with a shrug", "by a volley": met by somebody only.
                return verb.Passive is false || (others.Count > 0 && !phrases.Exists(p => p.Preposition == "with"));
            case "receive" or "welcome" or "greet" or "host":
                return others.Count > 0;
            case "negotiate" when objects.Count > 0 && others.Count == 0:
                // "are negotiating a prisoner exchange": two sides, whatever it is about, unless that is a truce.
                return verb.Progressive && parties.Count > 1 && parties.TrueForAll(p => p.Known) && objects.TrueForAll(o => o.Event is null);
            case "consult" or "negotiate" or "confer" or "dine" or "converse":
                return others.Count > 0 || (parties.Count > 1 && !verb.Passive && objects.Count == 0);
            case "see":
                // "sees him as", "saw action": only who is to see another, or those who see each other, meet.
                if (verb.Passive)
                    return parties.Exists(p => p.Persons.Count > 0) && others.Exists(o => o.Persons.Count > 0 || (o.Known && AreOfficials(reading))) && !phrases.Exists(p => p.Preposition == "as") && !IsSeenAs(reading, verb);
                if (verb.Gerund && !verb.Negated && reading.Chunks.IndexOf(verb) is > 0 and var seeing && reading.Chunks[seeing - 1].Head is "after" or "before" && parties.Count > 0 && others.Exists(o => o.Known && o.Persons.Count > 0))
                    return true;
                if (parties.Exists(p => p.Known) && verb.Past && verb.Modal is null && !verb.Negated && objects.TrueForAll(o => o.IsActor && WordLists.Received.Has(o.Head)) && others.Count > 0 && others.TrueForAll(o => o.Known))
                    return true;
                return parties.Count > 0 && !verb.Passive && (IsReciprocal(objects) ? parties.Count > 1 : (verb.Infinitive || verb.Modal is "will" or "would" or "to" || (verb.Past && verb.Modal is null && !verb.Negated && (parties.Exists(p => p.Persons.Count > 0) || IsSeenByOfficials(reading, verb, subjects, parties)) && others.TrueForAll(o => o.Known && o.Persons.Count > 0))) && others.Exists(o => o.Persons.Count > 0) && !IsNaming(reading, objects[^1]) && !(reading.Chunks.IndexOf(objects[^1]) + 1 is var behind && behind < reading.Chunks.Count && reading.Chunks[behind].Kind == ChunkKind.Verb));
            case "call on":
                // "called on the minister to discuss fish": paid him a call; "called on him to resign" asks.
                return parties.Count > 0 && others.Exists(o => o.Persons.Count > 0) && reading.Chunks.IndexOf(objects[^1]) + 1 is var after
                    && (IsAtHome(reading.Chunks, after) || (((after + 1 < reading.Chunks.Count && reading.Chunks[after].Kind == ChunkKind.Comma && reading.Chunks[after + 1].Kind == ChunkKind.Relative) || after >= reading.Chunks.Count || reading.Chunks[after].Kind is ChunkKind.Preposition or ChunkKind.Break || reading.Chunks[after].IsDate) && !reading.Chunks.Exists(c => c.Infinitive && c.First > verb.Last && c.Lemma is not ("discuss" or "exchange" or "review" or "convey" or "present" or "deliver" or "brief"))));
            case "convene":
                return objects.Count == 0 && ((parties.Count > 1 && AreOfficials(reading, parties)) || IsGroupMeeting(verb, subjects, objects, phrases));
            case "gather":
                return others.Count > 0 || (parties.Count > 1 && parties.TrueForAll(p => !p.Fighters) && AreOfficials(reading, parties)) || IsGroupMeeting(verb, subjects, objects, phrases);
            case var lemma when WordLists.SittingDown.Has(lemma):
                return others.Count > 0 || parties.Count > 1 || IsGroupMeeting(verb, subjects, objects, phrases);
            case "assemble":
                return others.Count > 0 || IsGroupMeeting(verb, subjects, objects, phrases);
            default:
                return direct.Object != "none" || others.Count > 0 || (parties.Count > 1 && direct.Kind == EntryKind.Meeting && !verb.Passive && objects.Count == 0 && verb.Lemma.Contains(' ', StringComparison.Ordinal) | verb.Lemma is "huddle" or "lunch" or "parley");
        }
    }

    public static bool IsGroupMeeting(Chunk verb, List<Chunk> subjects, List<Chunk> objects, List<Clauses.Phrase> phrases) =>
        verb.Lemma is "meet" && subjects.Exists(s => s.Parties.Exists(p => p.Fighters && p.Id is "factions" or "sides" or "parties" or "combatants" or "belligerents")) && objects.Count == 0
        || verb.Lemma is "meet" or "negotiate" or "confer" or "gather" or "convene" or "assemble" or "come together" or "sit down" && !verb.Passive && objects.Count == 0 && !phrases.Exists(p => p.Preposition == "with") && subjects.Exists(s => s.IsPlural || s.Parties.Count > 1) && subjects.Exists(s => s.Parties.Exists(p => WordLists.MeetingBodies.Has(p.Id)));

    public static bool IsPerson(Reading reading, Chunk chunk, string verb)
    {
        if (chunk.IsActor && chunk.Parties.Exists(p => p.Persons.Count > 0))
            return true;
        if (verb is "host" or "receive" or "welcome" or "greet" or "see" && chunk.IsActor)
            return WordLists.Received.Has(chunk.Head);
        return chunk.IsPronoun && chunk.Head is "him" or "her" || (chunk.IsActor && WordLists.Met.Has(chunk.Head))
            || (verb is "join" && chunk.IsActor && reading.Tokens.Any(t => t.Is("meeting") || t.Is("talks")));
    }

    /// <summary>"The presidents of A and B discussed water": two sides' own men do it together.</summary>
    private static bool AreOfficials(Reading reading, Chunk verb, List<Chunk> objects, List<Party> parties) =>
        objects.Count > 0 && !verb.Passive && !verb.Gerund && verb.Modal is null or "will" or "to" && AreOfficials(reading, parties);

    private static bool IsOfRelations(Reading reading, List<Clauses.Phrase> phrases)
    {
        foreach (var phrase in phrases)
            if (phrase.Preposition is "with" && WordLists.Relations.Has(reading.Chunks[phrase.At - 1].Head)) return true;
        return false;
    }

    private static bool IsSeenAs(Reading reading, Chunk verb) =>
        reading.Chunks.Exists(c => c.First > verb.Last && (c.Infinitive || (c.Kind is ChunkKind.Preposition or ChunkKind.Subordinator && c.Head == "as")));

    private static bool AreOfficials(Reading reading) => reading.Chunks.Exists(c => c.IsActor && WordLists.Officials.Has(c.Head));

    /// <summary>"Red Crescent officials saw the minister on Monday": men of a known party, on a day.</summary>
    private static bool IsSeenByOfficials(Reading reading, Chunk verb, List<Chunk> subjects, List<Party> parties) =>
        parties.Exists(p => p.Known) && subjects.Exists(s => s.IsActor && WordLists.Officials.Has(s.Head)) && Visited.TellsDay(reading, reading.Chunks.IndexOf(verb));

    /// <summary>"spoke with each other", "consulted with one another".</summary>
    private static bool IsWithEachOther(DirectVerb direct, List<Clauses.Phrase> phrases)
    {
        foreach (var phrase in phrases)
        {
            if (direct.Behind.Contains(phrase.Preposition) && IsReciprocal(phrase.Nouns))
                return true;
        }

        return false;
    }

    /// <summary>"called on the governor at his residence", "called on the president, who is": paid him a call, whatever for.</summary>
    private static bool IsAtHome(List<Chunk> chunks, int after) =>
        after + 1 < chunks.Count && (chunks[after] is { Kind: ChunkKind.Preposition, Head: "at" or "in" } && chunks[after + 1].Head is "residence" or "office" or "offices" or "palace" or "home" or "house" or "headquarters" or "villa" or "mansion" or "hotel");

    /// <summary>"spent an hour", "spent the rest of Thursday", "spent much of the night".</summary>
    private static bool IsTimeSpent(Reading reading, int at) =>
        at + 2 < reading.Chunks.Count && reading.Chunks[at].Head is "more" or "less" && reading.Chunks[at + 1].Head == "than" ? IsTimeSpent(reading, at + 2) : at < reading.Chunks.Count && (reading.Chunks[at].IsDate || WordLists.TimeWords.Has(reading.Chunks[at].Head) || (at + 2 < reading.Chunks.Count && reading.Chunks[at + 1].Head == "of" && (reading.Chunks[at + 2].IsDate || WordLists.TimeWords.Has(reading.Chunks[at + 2].Head))));

    /// <summary>"had spent four hours together", "spent six hours on procedure": what two sides spend their time on.</summary>
    private static bool AreTogether(Reading reading, Chunk verb, List<Clauses.Phrase> phrases) =>
        phrases.Exists(p => p.Preposition is "on" or "over" && !p.Nouns.Exists(n => n.IsDate)) || Array.Exists(reading.Tokens, t => t.Is("together") && t.Start > reading.Tokens[verb.First].Start);

    private static bool AreOfficials(Reading reading, List<Party> parties) =>
        parties.Where(p => p.Known).Select(p => p.Country ?? p.Id).Distinct().Count() > 1 && parties.TrueForAll(p => p.Known)
        && reading.Chunks.Exists(c => c.IsActor && (c.Parties.Exists(p => p.Persons.Count > 0 && parties.Exists(q => q.Same(p))) || WordLists.Officials.Has(c.Head)));

    /// <summary>"called the trip a success": a name is given, nothing is called.</summary>
    public static bool IsNaming(Reading reading, Chunk last)
    {
        var chunks = reading.Chunks;
        for (var j = chunks.IndexOf(last) + 1; j < chunks.Count; j++)
        {
            if (chunks[j] is { Kind: ChunkKind.Noun, Head: "one" })
                continue;
            switch (chunks[j].Kind)
            {
                case ChunkKind.Preposition when j + 1 < chunks.Count && chunks[j + 1].Kind == ChunkKind.Noun && chunks[j].Head is not "as":
                    j++;
                    break;
                case ChunkKind.Noun when chunks[j].IsDate:
                    break;
                case ChunkKind.Noun or ChunkKind.Predicate or ChunkKind.Quote:
                    return true;
                default:
                    return chunks[j].Kind == ChunkKind.Preposition && chunks[j].Head == "as";
            }
        }

        return false;
    }

    public static bool IsReciprocal(List<Chunk> objects) => objects.Count > 0 && objects[0].Head is "other" or "another" or "each";

    private static bool HasPhone(Reading reading)
    {
        foreach (var token in reading.Tokens)
        {
            if (token.Is("phone") || token.Is("telephone") || token.Is("videoconference") || token.Is("video") || token.Is("hotline"))
                return true;
        }

        return false;
    }
}
