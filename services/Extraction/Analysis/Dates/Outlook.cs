namespace Parley.Extraction.Analysis;

/// <summary>Whether a sentence looks ahead where an expression of a day stands: the nearest verb before it says so.</summary>
internal static class Outlook
{
    private const int Reach = 16;

    public static bool IsAhead(ReadOnlySpan<Token> tokens, int at)
    {
        if (IsSetFor(tokens, at) || IsPutOffTo(tokens, at) || OpensPlan(tokens, at))
            return true;
        if (SlippedPlans.Hold(tokens, at))
            return false;
        for (var i = at - 1; i >= 0 && i > at - Reach; i--)
        {
            if (tokens[i].Mark is Mark.Stop or Mark.Period)
                return false;
            if (tokens[i].Word is not { } word)
                continue;
            if (word.Text is "until" or "till" && WentOn(tokens, i))
                return false;
            if (WordLists.Ahead.Has(word.Text) || (word.Text is "expected" && i > 0 && tokens[i - 1].Is(WordClass.Be)))
                return true;

            // "is to start", "asked to sleep on it": what is to be done lies ahead.
            if (word.Text is "to" && i + 1 < tokens.Length && tokens[i + 1].Is(WordClass.Base) && !tokens[i + 1].Capital && !IsPastBefore(tokens, i))
                return true;
            // "is arriving on Monday": it is on its way.
            if (word.Is(WordClass.Gerund) && i > 0 && tokens[i - 1].Word?.Text is "is" or "are" && WordLists.OnTheWay.Has(word.Lemma))
                return true;
            if (word.Is(WordClass.Past | WordClass.Participle) && !word.Is(WordClass.Base) || word.Text is "was" or "were" or "had" or "ago")
                return false;
            if (word.Schedule && tokens[i].Tag is not (Tag.Noun or Tag.Name))
                return true;
        }

        return false;
    }

    /// <summary>"was to have saved the pact signed in December": the day of what has been done, whatever lies ahead.</summary>
    public static bool IsOfDone(ReadOnlySpan<Token> tokens, int at) =>
        at > 2 && tokens[at - 1].Word?.Text is "in" or "on" && tokens[at - 2].Is(WordClass.Participle) && !tokens[at - 2].Is(WordClass.Base) && WordLists.Founding.Has(tokens[at - 2].Word!.Lemma) && tokens[at - 3].Tag is Tag.Noun;

    /// <summary>"postponed to Monday", "delayed their meeting until next week": the day to which something is moved.</summary>
    public static bool IsPutOffTo(ReadOnlySpan<Token> tokens, int at)
    {
        if (at < 2 || tokens[at - 1].Word?.Text is not ("to" or "until" or "till"))
            return false;
        for (var i = at - 2; i >= 0 && i > at - Reach && tokens[i].Mark is not (Mark.Stop or Mark.Period); i--)
        {
            if (tokens[i].Word is { } word && WordLists.PuttingOff.Has(word.Lemma ?? word.Text))
                return true;
        }

        return false;
    }

    /// <summary>"On Monday she is in Bonn with the chancellor": the day at the head of a sentence, before a present that tells where one is to be.</summary>
    private static bool OpensPlan(ReadOnlySpan<Token> tokens, int at)
    {
        if (at != 1 || !tokens[0].Is("on"))
            return false;
        for (var i = at + 1; i + 1 < tokens.Length && i < at + 6; i++)
        {
            if (tokens[i].Word?.Text is "is" or "are")
                return tokens[i + 1].Word?.Text is "in" or "at" or "with" or "due" or "to" or "back";
        }

        return false;
    }

    /// <summary>"the talks set for Saturday"; what "had been set for Sunday" may be past.</summary>
    private static bool IsSetFor(ReadOnlySpan<Token> tokens, int at) => at > 2 && tokens[at - 1].Is("for") && tokens[at - 2].Is("set") && !tokens[at - 3].Is(WordClass.Be);

    /// <summary>"talked until nearly midnight Wednesday", "went on until Friday": it is over by then.</summary>
    private static bool WentOn(ReadOnlySpan<Token> tokens, int until)
    {
        for (var i = until - 1; i >= 0 && i > until - 6; i--)
        {
            if (tokens[i].Word is not { } word)
                continue;
            if (word.Is(WordClass.Past) && !word.Is(WordClass.Base))
                return WordLists.GoingOn.Has(word.Lemma ?? word.Text);
        }

        return false;
    }

    /// <summary>"had come to visit them on Friday": the purpose of what is past is past.</summary>
    private static bool IsPastBefore(ReadOnlySpan<Token> tokens, int to)
    {
        for (var i = to - 1; i >= 0 && i > to - 5; i--)
        {
            if (tokens[i].Word is { } word && WordLists.LeadingAhead.Has(word.Text))
                return i > 0 && word.Is(WordClass.Past) && tokens[i - 1].Is("had");
            if (tokens[i].Is(WordClass.Past) && !tokens[i].Is(WordClass.Base))
                return true;
        }

        return false;
    }
}
