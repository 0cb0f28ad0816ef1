namespace Parley.Extraction.Analysis;

/// <summary>Finds the talks and ceasefires that one sentence tells of.</summary>
internal sealed class EventReader(Knowledge knowledge, ArticleMemory memory)
{
    private readonly VerbEvents verbs = new(knowledge, memory);
    private readonly NounEvents nouns = new(knowledge, memory);

    public List<Candidate> Read(Reading reading)
    {
        var found = new List<Candidate>();
        for (var i = 0; i < reading.Chunks.Count; i++)
        {
            var chunk = reading.Chunks[i];
            if (chunk.Kind == ChunkKind.Verb)
                verbs.Read(reading, i, found);
            else if (chunk.Kind == ChunkKind.Noun && chunk.Event is not null)
                nouns.Read(reading, i, found);
        }

        return found;
    }
}
