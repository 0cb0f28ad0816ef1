namespace Parley.Extraction.Analysis;

/// <summary>News tells a day's events one after the other, and names the day once: "On Monday she landed in Oslo. She then met the king."</summary>
internal static class Scene
{
    /// <summary>The day of an event whose sentence names none; null where the sentences before do not settle it.</summary>
    /// <param name="reading">The sentence.</param>
    /// <param name="candidate">Talks that were held.</param>
    /// <param name="number">The sentence's number, the first of the article being 1.</param>
    /// <param name="told">The day of the talks that the sentence before told of.</param>
    /// <param name="days">The days of the sentences before.</param>
    /// <param name="today">What "today" means in the text.</param>
    public static DateOnly? Day(Reading reading, Candidate candidate, int number, DateOnly? told, ArticleDays days, DateOnly? today)
    {
        if (Array.Exists(reading.Tokens, t => WordLists.OtherTimes.Has(t.Word?.Text)))
            return null;
        var hour = IsHour(reading);
        var verb = candidate.Verb >= 0 && reading.Chunks[candidate.Verb].Kind == ChunkKind.Verb ? reading.Chunks[candidate.Verb] : reading.Chunks.Find(c => c is { Kind: ChunkKind.Verb, Finite: true });
        if (verb is null || !(verb.Past || verb.Gerund) || verb.Modal is not null || verb.Negated || (verb.Perfect && !hour))
            return null;
        return days.OfScene(number, told, IsNext(reading)) ?? (hour ? today : null);
    }

    /// <summary>"They then retired, and the talks were under way": what follows upon the sentence before, even across a paragraph.</summary>
    public static bool IsNext(Reading reading)
    {
        for (var i = 0; i + 1 < reading.Tokens.Length; i++)
        {
            if (reading.Tokens[i].Is("then") && reading.Tokens[i + 1] is { Mark: Mark.Word, Capital: false } && !(i > 0 && reading.Tokens[i - 1].Word?.Text is "by" or "since" or "until" or "from" or "and" or "but"))
                return true;
        }

        return false;
    }

    /// <summary>"in the afternoon", "at 5 a.m.", "later in the day", "overnight".</summary>
    private static bool IsHour(Reading reading)
    {
        var tokens = reading.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (WordLists.PartsOfDay.Has(tokens[i].Word?.Text))
                return true;
            if (tokens[i].Is("day") && i > 1 && tokens[i - 1].Is("the") && (tokens[i - 2].Is("in") || tokens[i - 2].Is("during")))
                return true;
        }

        return false;
    }
}
