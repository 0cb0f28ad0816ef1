namespace Parley.Extraction.Analysis;

/// <summary>Sees from a sentence's words that it is about sport, business, courts or parties.</summary>
internal sealed class SubjectSigns(Knowledge knowledge)
{
    public string? Find(ReadOnlySpan<Token> tokens)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            // The African Union is no trade union.
            if (tokens[i].Word is null || tokens[i].Tag == Tag.Name)
                continue;
            knowledge.Signs.Match(tokens, i, out var found);
            if (found is not null)
                return found[0];
        }

        return null;
    }
}
