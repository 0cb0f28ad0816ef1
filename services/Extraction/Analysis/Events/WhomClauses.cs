namespace Parley.Extraction.Analysis;

/// <summary>Those of whom a relative clause with "whom" tells.</summary>
internal static class WhomClauses
{
    /// <summary>"Radovan Karadzic, whom the envoy saw": the one before the relative; null where there is none.</summary>
    public static Chunk? Of(Reading reading, int at)
    {
        var chunks = reading.Chunks;
        var whom = at - 1;
        while (whom > 0 && chunks[whom].Kind is ChunkKind.Noun or ChunkKind.Conjunction)
            whom--;
        if (whom < 1 || chunks[whom] is not { Kind: ChunkKind.Relative, Head: "whom" })
            return null;
        var one = chunks[whom - 1].Kind == ChunkKind.Comma ? whom - 2 : whom - 1;
        return one >= 0 && chunks[one].Kind == ChunkKind.Noun ? chunks[one] : null;
    }

    /// <summary>"the ambassador, with whom he discussed": the one before the relative; null where there is none.</summary>
    public static Chunk? With(Reading reading, int at)
    {
        var chunks = reading.Chunks;
        for (var j = at - 1; j > 1 && j > at - 5; j--)
        {
            if (chunks[j] is not { Kind: ChunkKind.Relative, Head: "whom" } || chunks[j - 1] is not { Kind: ChunkKind.Preposition, Head: "with" })
                continue;
            for (var k = j - 2; k >= 0; k--)
            {
                if (chunks[k].Kind == ChunkKind.Noun && chunks[k].IsActor)
                    return chunks[k];
            }
        }

        return null;
    }
}
