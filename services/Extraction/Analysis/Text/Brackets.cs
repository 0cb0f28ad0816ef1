namespace Parley.Extraction.Analysis;

/// <summary>Takes out what stands in brackets without being part of the sentence: "(R)", "(GNA)", "(Reuters)"; an editor's square brackets go, their words stay.</summary>
internal static class Brackets
{
    private const int Longest = 4;

    public static void Drop(string text, ReadOnlySpan<Token> tokens, List<Token> kept)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Mark is Mark.Open or Mark.Close && text[tokens[i].Start] is '[' or ']')
                continue;
            if (tokens[i].Mark == Mark.Open && Close(tokens, i) is > 0 and var close)
            {
                i = close;
                continue;
            }

            kept.Add(tokens[i]);
        }
    }

    private static int Close(ReadOnlySpan<Token> tokens, int open)
    {
        for (var i = open + 1; i < tokens.Length && i <= open + Longest + 1; i++)
        {
            if (tokens[i].Mark == Mark.Close)
                return i;
            if (!tokens[i].Capital && tokens[i].Mark is Mark.Word)
                return -1;
        }

        return -1;
    }
}
