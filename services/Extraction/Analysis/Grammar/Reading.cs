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

    /// <summary>What the rules said of each trigger, in the order in which they said it; null where nobody asks.</summary>
    public List<TriggerNote>? Notes { get; init; }

    /// <summary>Notes why a trigger gave a mention or did not. Costs nothing where nobody asks: the words are constants.</summary>
    public void Note(int at, string reason, bool told = false) => Notes?.Add(new TriggerNote(at, reason, told));

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
