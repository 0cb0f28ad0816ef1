namespace Parley.Extraction.Analysis;

/// <summary>One sentence, parsed into chunks.</summary>
internal sealed class Reading(ReadingBuffers buffers)
{
    private List<DescriptionNote>? descriptions;

    public string Text { get; private set; } = "";

    public Sentence Sentence { get; private set; }

    public Token[] Tokens { get; private set; } = [];

    public List<NameSpan> Names { get; } = [];

    public List<Chunk> Chunks { get; } = [];

    public IReadOnlyList<DateExpression> Dates { get; set; } = [];

    /// <summary>What the rules said of each trigger, in the order in which they said it; null where nobody asks.</summary>
    public List<TriggerNote>? Notes { get; set; }

    /// <summary>Becomes the reading of another sentence, of which nothing is known yet: readings are used again from article to article.</summary>
    public void Begin(string text, Sentence sentence, Token[] tokens)
    {
        (Text, Sentence, Tokens) = (text, sentence, tokens);
        Names.Clear();
        Chunks.Clear();
        (Dates, Notes, descriptions) = ([], null, null);
    }

    public Chunk NewChunk(ChunkKind kind, int first, int last) => buffers.Chunk(kind, first, last);

    /// <summary>Whom the rules took pronouns and descriptions for; empty where nobody asks.</summary>
    public List<DescriptionNote> Descriptions => descriptions ?? [];

    /// <summary>Notes why a trigger gave a mention or did not. Costs nothing where nobody asks: the words are constants.</summary>
    public void Note(int at, string reason, ExplanationStage stage = ExplanationStage.Trigger) => Notes?.Add(new TriggerNote(at, stage, reason));

    /// <summary>Notes whom a pronoun or a description was taken for; gives them back.</summary>
    public List<Party> Note(Chunk description, List<Party> parties, string reason)
    {
        if (Notes is not null)
            (descriptions ??= []).Add(new DescriptionNote(description, parties.ConvertAll(ExplanationMaker.Id), reason));
        return parties;
    }

    public string Slice(int first, int last) => last <= first ? "" : Text[Tokens[first].Start..Tokens[last - 1].End];

    public NameSpan? NameAt(int token)
    {
        // Asked for at every token of a phrase.
        if (token >= Tokens.Length || Tokens[token].Tag != Tag.Name)
            return null;
        foreach (var name in Names)
        {
            if (name.First == token)
                return name;
        }

        return null;
    }

    /// <summary>The word stands in the phrase.</summary>
    public bool Has(Chunk chunk, string word)
    {
        for (var i = chunk.First; i < chunk.Last; i++)
        {
            if (Tokens[i].Is(word))
                return true;
        }

        return false;
    }
}
