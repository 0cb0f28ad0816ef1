using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>Whether someone further left in the clause asks for the event, or talks about it.</summary>
internal sealed class AskedBefore(Knowledge knowledge)
{
    private readonly Forces forces = new(knowledge);

    /// <summary>"was negotiating with the generals about a ceasefire".</summary>
    public bool TalkingBefore(Reading reading, int preposition)
    {
        for (var j = preposition - 1; j >= 0; j--)
        {
            var chunk = reading.Chunks[j];
            if (chunk.Kind == ChunkKind.Verb)
                return chunk.Lemma is "negotiate" or "talk" or "haggle" or "bargain" or "confer" or "consult" or "work" && forces.Of(reading, j) is Force.Do or Force.Continue;
            if (chunk.Event is not null || chunk.Kind is ChunkKind.Break or ChunkKind.Subordinator)
                return false;
        }

        return false;
    }

    /// <summary>"an appeal to both sides for a ceasefire", "pressed Israel for a truce": the noun or verb of asking stands further left.</summary>
    public bool CalledForBefore(Reading reading, int preposition, EntryType type)
    {
        var chunks = reading.Chunks;
        for (var j = preposition - 1; j >= 0; j--)
        {
            var chunk = chunks[j];
            if (chunk.Kind == ChunkKind.Noun && (type == EntryType.Talks ? IsAsked(chunk) && !(j > 0 && chunks[j - 1] is { Kind: ChunkKind.Verb, Lemma: not ("make" or "issue" or "send" or "extend" or "renew" or "repeat" or "launch" or "deliver") }) : chunk.HeadWord?.NounFrame is { Ceasefire: EntryStatus.CalledFor or EntryStatus.Proposed }))
                return true;
            if (chunk.Kind == ChunkKind.Verb && type == EntryType.Talks)
                return WordLists.Asking.Has(chunk.Lemma) && j == preposition - (chunk.Lemma is "appeal" or "plead" ? 3 : 2) && forces.Of(reading, j) is Force.Do or Force.Continue or Force.Plan;
            if (chunk.Kind == ChunkKind.Verb)
                return knowledge.Attitudes.GetValueOrDefault(chunk.Lemma) is Force.Ask or Force.Wish or Force.Try && forces.Of(reading, j) is Force.Do or Force.Continue or Force.Plan or Force.Try or Force.Ask or Force.Wish;
            if (chunk.Kind is ChunkKind.Break or ChunkKind.Subordinator)
                return false;
        }

        return false;
    }

    private static bool IsAsked(Chunk noun) => WordLists.Appeals.Has(noun.Head);
}
