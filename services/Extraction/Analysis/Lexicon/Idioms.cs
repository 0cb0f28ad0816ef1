namespace Parley.Extraction.Analysis;

/// <summary>Verbs of several words ("call off", "come to an end", "be in tatters"), found behind the verb that begins them.</summary>
internal sealed class Idioms
{
    private readonly Dictionary<string, List<(Word[] Tail, string Name)>> byVerb = new(StringComparer.Ordinal);

    /// <param name="phrase">Base form, then what follows it, as the words of the vocabulary.</param>
    /// <param name="name">What the verb is called when it is found.</param>
    public void Add(List<Word> phrase, string name)
    {
        if (!byVerb.TryGetValue(phrase[0].Text, out var tails))
            byVerb[phrase[0].Text] = tails = [];
        phrase[1].Rules |= WordRules.Idiom;
        tails.Add(([.. phrase.Skip(1)], name));
        tails.Sort((a, b) => b.Tail.Length.CompareTo(a.Tail.Length));
    }

    /// <summary>The longest one that goes on behind a verb; gives the index after it, 0 where there is none.</summary>
    public int Match(Token[] tokens, Chunk verb, out string name)
    {
        name = verb.Lemma;
        if (!MayFollow(tokens, verb.Last) || !byVerb.TryGetValue(verb.Lemma, out var tails))
            return 0;
        foreach (var (tail, whole) in tails)
        {
            if (End(tokens, verb.Last, tail, loose: tail.Length > 1 || verb.Lemma == "be") is var end and > 0)
            {
                name = whole;
                return end;
            }
        }

        return 0;
    }

    /// <summary>Nearly every verb has nothing behind it that one could go on with.</summary>
    private static bool MayFollow(Token[] tokens, int from)
    {
        for (var i = from; i < tokens.Length; i++)
        {
            if (tokens[i].Is(WordRules.Idiom))
                return true;
            if (!MayStandBetween(tokens[i]))
                return false;
        }

        return false;
    }

    private static bool MayStandBetween(in Token token) => token.Tag is Tag.Adverb or Tag.Determiner or Tag.Possessive || token.Mark == Mark.Hyphen;

    /// <summary>Adverbs and articles may stand between where that leaves no doubt: "is now in tatters", "came to a sudden end" does not.</summary>
    private static int End(Token[] tokens, int from, Word[] tail, bool loose)
    {
        var i = from;
        foreach (var word in tail)
        {
            while (loose && i < tokens.Length && tokens[i].Word != word && MayStandBetween(tokens[i]))
                i++;
            if (i >= tokens.Length || tokens[i].Word != word)
                return 0;
            i++;
        }

        return i;
    }
}
