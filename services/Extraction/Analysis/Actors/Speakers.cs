namespace Parley.Extraction.Analysis;

/// <summary>'"We have hope," said the chancellor. Then she flew to Brussels': who speaks at the end of a quotation is whom the next sentence goes on with.</summary>
internal static class Speakers
{
    public static Party? Of(Reading reading)
    {
        var chunks = reading.Chunks;
        for (var j = chunks.Count - 2; j > 0; j--)
        {
            if (chunks[j] is { Kind: ChunkKind.Verb, Lemma: "say" } && chunks[j - 1].Kind == ChunkKind.Quote)
                return chunks[j + 1] is { IsActor: true, Parties: [{ Known: true, Persons.Count: > 0 } speaker] } ? speaker : null;
        }

        return null;
    }
}
