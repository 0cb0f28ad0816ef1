using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>
/// What a sentence says of an event that no verb or noun governs by the grammar read here: the nearest step that it names, else that the event was, is
/// or will be, by the tense. Of little confidence, and only for events whose sides are named.
/// </summary>
internal sealed class LooseStatus(Knowledge knowledge)
{
    /// <summary>The confidence of what no grammar says.</summary>
    public const double Confidence = 0.45;

    private const int Reach = 14;
    private readonly Forces forces = new(knowledge);

    public (EntryStatus? Status, double Confidence, int Verb) Of(Reading reading, int at, int before, int predicate)
    {
        var chunks = reading.Chunks;
        var type = chunks[at].Event!.Type;
        if (type == EntryType.Ceasefire && Standing(reading, at, before) is { } standing)
            return (standing, Confidence, before > 0 && chunks[before].Head == "on" && chunks[before - 1].Kind == ChunkKind.Verb ? before - 1 : -1);
        var whose = chunks[at].Event!.Strong || chunks[at].Parties.Count > 1 || (at + 1 < chunks.Count && chunks[at + 1] is { Kind: ChunkKind.Preposition, Head: "between" or "with" });
        if (!whose || !MayTell(reading, at, before))
            return (null, 0, -1);
        if (Nearest(reading, at, type) is { } step)
            return (step, Confidence, -1);
        if (type == EntryType.Ceasefire && Fighting.In(reading) && chunks.Exists(c => c is { Kind: ChunkKind.Verb, Finite: true, Past: true }))
            return (EntryStatus.Violated, Confidence, -1);
        var verb = before >= 0 && chunks[before].Kind == ChunkKind.Verb ? before : predicate >= 0 ? predicate : VerbAround(chunks, at);
        if (verb < 0 || (knowledge.Frames.TryGetValue(chunks[verb].Lemma, out var frame) && frame.For(type) is null && chunks[verb].Lemma is not ("have" or "be")))
            return (null, 0, -1);

        // "reaffirmed the need for an exchange of views, a cessation of hostilities and a dialogue": the verb has an object of its own.
        if (type == EntryType.Ceasefire && verb < at && before > verb && chunks[before].Kind is ChunkKind.Comma or ChunkKind.Conjunction && chunks[verb + 1].HeadWord?.NounFrame?.For(type) == EntryStatus.CalledFor)
            return (null, 0, -1);
        return (ByTense(forces.Of(reading, verb), type), Confidence, -1);
    }

    /// <summary>"on ceasefire since October", "the ceasefire notwithstanding", "with the truce a week old": it stands, and is broken where there is fighting.</summary>
    private static EntryStatus? Standing(Reading reading, int at, int before)
    {
        var chunks = reading.Chunks;
        var on = before >= 0 && chunks[before].Head == "on" && (chunks[at].Last - chunks[at].First == 1 || (before > 0 && chunks[before - 1] is { Kind: ChunkKind.Verb, Lemma: "be", Negated: false, Modal: null }));
        var notwithstanding = at + 1 < chunks.Count && chunks[at + 1].Head == "notwithstanding";
        var old = before == 0 && chunks[0].Head == "with" && at + 1 < chunks.Count && chunks[at + 1].Kind == ChunkKind.Noun;
        if (!on && !notwithstanding && !old)
            return null;
        return notwithstanding || Fighting.In(reading) ? EntryStatus.Violated : EntryStatus.InForce;
    }

    private static EntryStatus? ByTense(Force force, EntryType type) => (force, type) switch
    {
        (Force.Do or Force.Continue or Force.Begin, EntryType.Ceasefire) => EntryStatus.InForce,
        (Force.Do, _) => EntryStatus.Held,
        (Force.Continue or Force.Begin, _) => EntryStatus.UnderWay,
        (Force.Plan, EntryType.Talks) => EntryStatus.Planned,
        _ => null,
    };

    /// <summary>"any truce", "the anniversary of the armistice", "if talks", "since the ceasefire", "a truce is no peace": nothing is told of it.</summary>
    private bool MayTell(Reading reading, int at, int before)
    {
        var chunks = reading.Chunks;
        var chunk = chunks[at];
        if (reading.Tokens[chunk.First].Word?.Text is "any" or "no" or "such" or "every" or "each" or "without" || chunk.Compound is "none" or "line" || !chunk.Event!.Strong && chunk.IsPlural)
            return false;
        if (chunk.Event.Kind is EntryKind.Summit or EntryKind.Conference && chunk.Parties.Exists(p => !knowledge.PartyCountries.ContainsKey(p.Id)))
            return false;
        if (before >= 0 && chunks[before].Kind == ChunkKind.Preposition && chunks[before].Head is "without" or "since" or "until" or "till" or "unlike" or "like" or "as" or "per")
            return false;
        if (before >= 0 && chunks[before].Kind == ChunkKind.Preposition && chunks[before].Head is "about" or "before" or "for" && !(at + 1 < chunks.Count && chunks[at + 1] is { Kind: ChunkKind.Preposition, Head: "between" or "with" }))
            return false;
        if (before >= 0 && chunks[before] is { Kind: ChunkKind.Preposition, Head: "on" } or { Kind: ChunkKind.Verb, Lemma: "be" } && !(chunk.Event.Kind == EntryKind.Visit))
            return false;
        if (before >= 1 && chunks[before] is { Kind: ChunkKind.Preposition, Head: "of" or "on" } && chunks[before - 1] is { Kind: ChunkKind.Noun } holder && (holder.IsDate || WordLists.Occasions.Has(holder.Head)))
            return false;
        foreach (var token in reading.Tokens)
        {
            if (token.Word?.Text is "if" or "unless" or "whether" or "should" && token.Start == reading.Sentence.Start)
                return false;
        }

        return !chunks.Exists(c => c.Kind == ChunkKind.Subordinator && c.Head is "if" or "unless" or "whether" or "once" && c.First < chunk.First && chunk.First - c.First < 8);
    }

    /// <summary>The step that the nearest framing verb or noun names, within the sentence's clauses around the event.</summary>
    private EntryStatus? Nearest(Reading reading, int at, EntryType type)
    {
        var chunks = reading.Chunks;
        for (var distance = 1; distance <= Reach; distance++)
        {
            if (at + distance < chunks.Count && Step(reading, at + distance, at, type) is { } after)
                return after;
            if (at - distance >= 0 && Step(reading, at - distance, at, type) is { } earlier)
                return earlier;
        }

        return null;
    }

    private EntryStatus? Step(Reading reading, int i, int at, EntryType type)
    {
        var chunk = reading.Chunks[i];
        if (chunk.Kind == ChunkKind.Verb && !IsLight(chunk.Lemma) && !(knowledge.Attitudes.ContainsKey(chunk.Lemma) && i + 1 < reading.Chunks.Count && reading.Chunks[i + 1].Infinitive) && knowledge.Frames.TryGetValue(chunk.Lemma, out var frame) && frame.For(type) is { } plain)
        {
            var force = forces.Of(reading, i);
            return force is Force.Not ? null : StatusRules.Apply(type, plain, force);
        }

        return chunk is { Kind: ChunkKind.Noun, Event: null, HeadWord.NounFrame: { PassesThrough: false, OnlyDenied: false } noun } && noun.For(type) is { } named && !IsLight(chunk.Head) && !IsOfAnother(reading.Chunks, i, at) ? named : null;
    }

    /// <summary>"a truce there and the establishment of a dialogue": the noun's own "of" gives it to another event.</summary>
    private static bool IsOfAnother(List<Chunk> chunks, int noun, int at) =>
        noun + 2 < chunks.Count && noun + 2 != at && chunks[noun + 1] is { Kind: ChunkKind.Preposition, Head: "of" } && chunks[noun + 2].Event is not null;

    /// <summary>Words that say what they say of an event only where they govern it.</summary>
    private static bool IsLight(string word) =>
        WordLists.Light.Has(word);

    private static int VerbAround(List<Chunk> chunks, int at)
    {
        for (var j = at - 1; j >= 0 && chunks[j].Kind is not (ChunkKind.Break or ChunkKind.Subordinator); j--)
        {
            if (chunks[j].Kind == ChunkKind.Verb)
                return j;
        }

        return -1;
    }
}
