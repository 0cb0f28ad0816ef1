namespace Parley.Extraction.Analysis;

/// <summary>Whether a verb is denied from outside itself: by whoever reports it, by a "no" in its subject.</summary>
internal static class Denials
{
    /// <summary>"denied that it had agreed": nothing follows.</summary>
    public static bool IsDenied(List<Chunk> chunks, int verb)
    {
        var report = false;
        for (var j = verb - 1; j > 0; j--)
        {
            if (chunks[j].Kind == ChunkKind.Verb && !(report && chunks[j].Finite && chunks[j - 1].Kind == ChunkKind.Comma))
                return !chunks[j].Negated && chunks[j].Finite && (chunks[j].Lemma is "deny" or "doubt" || (report && chunks[j].Lemma is "dismiss" or "reject" or "refute" or "rebut" or "deny" or "denounce" or "ridicule"));

            // "dismissed as false the reports that", "denied a rumour, spread on television, that".
            report |= chunks[j].Kind == ChunkKind.Noun && WordLists.Reports.Has(chunks[j].Head);
            if (chunks[j].Kind is ChunkKind.Break || (chunks[j].Kind == ChunkKind.Comma && !(j > 1 && chunks[j + 1].Kind is ChunkKind.Subordinator or ChunkKind.Verb)))
                return false;
        }

        return false;
    }

    public static bool HasNegativeSubject(Reading reading, int verb)
    {
        for (var j = verb - 1; j >= 0 && j >= verb - 4; j--)
        {
            var chunk = reading.Chunks[j];
            if (chunk.Kind is ChunkKind.Verb or ChunkKind.Comma or ChunkKind.Subordinator)
                return false;
            if (chunk.Kind == ChunkKind.Noun)
            {
                var first = reading.Tokens[chunk.First];
                if (first.Is("no") || first.Is("neither"))
                    return true;
            }
        }

        return false;
    }
}
