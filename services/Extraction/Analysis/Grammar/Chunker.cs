namespace Parley.Extraction.Analysis;

/// <summary>Groups tagged tokens into noun phrases, verb groups and what joins them.</summary>
internal sealed class Chunker(Knowledge knowledge)
{
    private readonly NounGroups nouns = new(knowledge);
    private readonly VerbGroups verbs = new(knowledge);
    private readonly ChunkRepairs repairs = new(knowledge);

    public void Run(Reading reading)
    {
        var tokens = reading.Tokens;
        var i = 0;
        while (i < tokens.Length)
        {
            var next = tokens[i].Tag switch
            {
                Tag.Determiner or Tag.Possessive or Tag.Adjective or Tag.Noun or Tag.Name or Tag.Number or Tag.Pronoun => nouns.Read(reading, i),
                Tag.Auxiliary or Tag.Verb or Tag.To or Tag.Negation => verbs.Read(reading, i),
                Tag.Genitive => i + 1,
                Tag.Adverb => i + 1,
                _ => ReadMark(reading, i),
            };
            i = Math.Max(next, i + 1);
        }

        repairs.Run(reading);
    }

    private static int ReadMark(Reading reading, int i)
    {
        ref readonly var token = ref reading.Tokens[i];
        ChunkKind? kind = token.Tag switch
        {
            Tag.Preposition => ChunkKind.Preposition,
            Tag.Conjunction => ChunkKind.Conjunction,
            Tag.Subordinator => ChunkKind.Subordinator,
            Tag.Relative => ChunkKind.Relative,
            _ => token.Mark switch
            {
                Mark.Comma => ChunkKind.Comma,
                Mark.Open => ChunkKind.Open,
                Mark.Close => ChunkKind.Close,
                Mark.Quote => ChunkKind.Quote,
                Mark.Dash or Mark.Stop or Mark.Period => ChunkKind.Break,
                _ => null,
            },
        };
        if (kind is { } k)
        {
            var mark = reading.NewChunk(k, i, i + 1);
            mark.Head = token.Word?.Text ?? "";
            reading.Chunks.Add(mark);
        }

        return i + 1;
    }
}
