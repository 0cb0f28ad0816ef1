namespace Parley.Extraction.Analysis;

/// <summary>Sees that talks which ended brought nothing (Ruling 16): "without agreement", "in deadlock", "inconclusively".</summary>
internal static class Outcome
{
    public static bool IsFailure(Reading reading, int at)
    {
        var tokens = reading.Tokens;
        for (var i = reading.Chunks[at].First; i < tokens.Length; i++)
        {
            if (tokens[i].Is("inconclusively") || tokens[i].Is("fruitlessly"))
                return true;
            var no = tokens[i].Is("no") && i > 0 && tokens[i - 1].Is("with");
            if (!no && !tokens[i].Is("without") && !tokens[i].Is("in"))
                continue;
            for (var j = i + 1; j < tokens.Length && j <= i + 4; j++)
            {
                if (tokens[j].Mark is not Mark.Word)
                    break;
                var word = reading.Text.AsSpan(tokens[j].Start, tokens[j].End - tokens[j].Start);
                if (no || tokens[i].Is("without")
                    ? WordLists.Outcomes.Has(word)
                    : word is "deadlock" or "failure" or "disarray" or "acrimony" or "stalemate" or "impasse")
                    return true;
            }
        }

        return false;
    }
}
