using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>What a preposition says of the talks behind it: "after talks with", "on the eve of", "arrived for talks".</summary>
internal sealed class PrepositionStatus(Knowledge knowledge)
{
    private readonly Forces forces = new(knowledge);

    public (EntryStatus? Status, double Confidence, int Verb) Of(Reading reading, int preposition, int at, EntryType type)
    {
        var chunk = reading.Chunks[at];
        var word = reading.Chunks[preposition].Head;
        if (type == EntryType.Ceasefire || !chunk.Event!.Strong)
            return (null, 0, -1);
        var verb = preposition - 1;
        while (verb >= 0 && reading.Chunks[verb].Kind != ChunkKind.Verb && reading.Chunks[verb].Kind is not (ChunkKind.Break or ChunkKind.Subordinator))
            verb--;
        var hasVerb = verb >= 0 && reading.Chunks[verb].Kind == ChunkKind.Verb;
        switch (word)
        {
            case "at" or "during" or "of" when chunk.Event.Kind is EntryKind.Summit or EntryKind.Conference && chunk.Parties.Exists(p => !knowledge.PartyCountries.ContainsKey(p.Id)):
                // "spied at the G20 summit": a setting (Ruling 24).
                return (null, 0, -1);
            case "after" or "during" or "following" or "at" or "since":
                var main = verb;
                while (hasVerb && main > 0 && !reading.Chunks[main].Finite && Infinitives.Governor(reading, main) is >= 0 and var governor && governor < main)
                    main = governor;
                if (hasVerb && word is not "since" && Fails(reading, verb))
                    return (EntryStatus.Suspended, 0.7, verb);
                if (hasVerb && word is "at" or "during" && reading.Chunks[main].Kind == ChunkKind.Verb && forces.Of(reading, main) is Force.Plan)
                    return (EntryStatus.Planned, 0.6, -1);
                if (hasVerb && word is "at" or "during" && reading.Chunks[main].Kind == ChunkKind.Verb && forces.Of(reading, main) is Force.Doubt or Force.Not or Force.Refuse or Force.Wish or Force.Ask)
                    return (null, 0, -1);
                return (EntryStatus.Held, 0.7, -1);
            case "before" or "ahead" or "of" when word != "of" || (preposition > 0 && reading.Chunks[preposition - 1].Head == "ahead"):
                return (EntryStatus.Planned, 0.6, -1);
            case "in" when hasVerb && chunk.Head == "talks" && Fails(reading, verb):
                return (EntryStatus.Suspended, 0.7, verb);
            case "in" when chunk.IsPlural && chunk.Head != "talks" && preposition + 2 < at && reading.Chunks[preposition + 1].IsDate:
                // "in two days of discussions they agreed".
                return (Array.Exists(reading.Tokens, t => t.Tag == Tag.Verb && t.Is(WordClass.Past)) ? EntryStatus.Held : null, 0.7, -1);
            case "in" when chunk.Head == "talks" || chunk.Event.Kind == EntryKind.Negotiation || chunk.Event.Kind == EntryKind.Call:
                if (chunk.Event.Kind == EntryKind.Call || reading.Chunks[preposition].First > 0 && chunk.IsDefinite)
                    return (EntryStatus.Held, 0.7, -1);
                return (hasVerb && forces.Of(reading, verb) is Force.Doubt or Force.Not or Force.Refuse ? null : EntryStatus.UnderWay, 0.6, -1);
            case "for" when preposition > 0 && reading.Chunks[preposition - 1].Kind == ChunkKind.Predicate:
                return (StatusRules.Apply(type, EntryStatus.Held, forces.Of(reading, preposition - 1)), 0.7, -1);
            case "for" when hasVerb:
                var force = forces.Of(reading, verb);
                var lemma = reading.Chunks[verb].Lemma;
                if (lemma is "arrive")
                    return (force is Force.Do ? EntryStatus.UnderWay : StatusRules.Apply(type, EntryStatus.Held, force), 0.7, verb);
                if (lemma is "meet" or "host" or "visit" or "receive" or "gather" or "welcome" or "join")
                    return (StatusRules.Apply(type, EntryStatus.Held, force), 0.7, verb);
                // "is in Oslo for talks", "was in Oslo on Monday for talks".
                if (lemma is "be" && force is Force.Do)
                    return (reading.Chunks[verb].Past ? EntryStatus.Held : EntryStatus.UnderWay, 0.65, verb);
                if (Forces.IsMotion(lemma) || lemma is "invite" or "expect" or "be")
                    return (StatusRules.Apply(type, lemma is "invite" ? EntryStatus.Proposed : EntryStatus.Planned, force), 0.65, verb);
                return (null, 0, -1);
            case "for" when preposition > 0:
                return (EntryStatus.Planned, 0.5, -1);
            case "on" when chunk.Event.Kind == EntryKind.Visit && hasVerb:
                if (reading.Chunks[verb].Lemma is "leave" or "depart")
                    return (StatusRules.Apply(type, EntryStatus.Planned, forces.Of(reading, verb)), 0.65, verb);
                return (StatusRules.Apply(type, EntryStatus.UnderWay, forces.Of(reading, verb)), 0.65, verb);
            case "from" when preposition > 0 && reading.Chunks[preposition - 1].Head is "fresh" or "back":
                return (EntryStatus.Held, 0.7, -1);
            case "by" or "over" or "via" when chunk.Event.Kind == EntryKind.Call:
                return (EntryStatus.Held, 0.7, -1);
            default:
                return (null, 0, -1);
        }
    }

    /// <summary>"failed to reach agreement at talks", "failed to break the deadlock", "no agreement was reached": they ended without a deal (Ruling 16).</summary>
    private bool Fails(Reading reading, int verb)
    {
        var chunk = reading.Chunks[verb];
        if (!WordLists.Reaching.Has(chunk.Lemma))
            return false;
        if (chunk.Infinitive)
            return forces.Of(reading, verb) == Force.Fail;
        return verb > 0 && chunk.Passive && reading.Chunks[verb - 1] is { Kind: ChunkKind.Noun, Head: "agreement" or "deal" or "accord" or "progress" or "breakthrough" or "compromise" } none && reading.Tokens[none.First].Is("no");
    }
}
