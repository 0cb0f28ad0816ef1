namespace Parley.Extraction.Analysis;

/// <summary>One sentence, parsed into chunks.</summary>
internal sealed class Reading(string text, Sentence sentence, Token[] tokens)
{
    public string Text { get; } = text;

    public Sentence Sentence { get; } = sentence;

    public Token[] Tokens { get; } = tokens;

    public List<NameSpan> Names { get; } = [];

    public List<Chunk> Chunks { get; } = [];

    public List<DateExpression> Dates { get; set; } = [];

    public string Slice(int first, int last) => last <= first ? "" : Text[Tokens[first].Start..Tokens[last - 1].End];

    public NameSpan? NameAt(int token)
    {
        foreach (var name in Names)
        {
            if (name.First == token)
                return name;
        }

        return null;
    }
}
