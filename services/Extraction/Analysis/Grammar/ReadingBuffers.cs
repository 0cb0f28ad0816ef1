using System.Runtime.InteropServices;

namespace Parley.Extraction.Analysis;

/// <summary>
/// What the reading of an article works in, and gives back at its end for the next one: tokens, sentences, readings, chunks. Making them anew for each article
/// was most of what the analysis allocated.
/// </summary>
internal sealed class ReadingBuffers
{
    /// <summary>Beyond so many tokens (some forty thousand letters) an article is an exception, and what it took is not kept.</summary>
    private const int MostTokens = 8_192;

    /// <summary>Longer sentences are few.</summary>
    private const int LongestKept = 128;

    private readonly List<Token> kept = [];
    private readonly List<Reading> readings = [];
    private readonly List<Chunk> chunks = [];
    private readonly Stack<Token[]>?[] arrays = new Stack<Token[]>?[LongestKept + 1];
    private int readingsUsed;
    private int chunksUsed;

    private ArticleRules? rules;

    public List<Token> Tokens { get; } = [];

    public List<Sentence> Sentences { get; } = [];

    /// <summary>A reading of a sentence without its brackets, nothing found in it yet.</summary>
    public Reading Reading(string text, Sentence sentence, ReadOnlySpan<Token> tokens)
    {
        if (readingsUsed == readings.Count)
            readings.Add(new Reading(this));
        var reading = readings[readingsUsed++];
        kept.Clear();
        Brackets.Drop(text, tokens, kept);
        var own = Array(kept.Count);
        kept.CopyTo(own);
        reading.Begin(text, sentence, own);
        return reading;
    }

    public Chunk Chunk(ChunkKind kind, int first, int last)
    {
        if (chunksUsed == chunks.Count)
            chunks.Add(new Chunk());
        var chunk = chunks[chunksUsed++];
        chunk.Begin(kind, first, last);
        return chunk;
    }

    /// <summary>The rules to read an article by; what they share remembers nothing yet.</summary>
    public ArticleRules Rules(Knowledge knowledge)
    {
        rules ??= new ArticleRules(knowledge, new ArticleMemory());
        rules.Memory.Clear();
        return rules;
    }

    /// <summary>Takes back all that was handed out. False where it is more than is worth keeping.</summary>
    public bool Clear()
    {
        if (Tokens.Capacity > MostTokens)
            return false;
        foreach (var reading in CollectionsMarshal.AsSpan(readings)[..readingsUsed])
        {
            if (reading.Tokens.Length <= LongestKept)
                (arrays[reading.Tokens.Length] ??= new()).Push(reading.Tokens);
        }

        (readingsUsed, chunksUsed) = (0, 0);
        Tokens.Clear();
        Sentences.Clear();
        return true;
    }

    // Of just the length that is asked for: the rules take the end of the array for the end of the sentence.
    private Token[] Array(int length) => length <= LongestKept && arrays[length] is { Count: > 0 } free ? free.Pop() : new Token[length];
}
