using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>"in the second day of talks", "on Wednesday, their third day": the day that talks have come to tells when they began.</summary>
internal static class NthDays
{
    /// <summary>Words from the day to the talks: "a seventh day of on-and-off negotiations".</summary>
    private const int Reach = 8;

    /// <summary>A later day is that of a war, not of talks.</summary>
    private const int Latest = 29;

    /// <summary>They go on since as many days before.</summary>
    /// <param name="reading">The sentence.</param>
    /// <param name="candidate">The talks, with the day that the sentence gives them.</param>
    /// <param name="today">What "today" means in the text.</param>
    /// <returns>Whether the sentence names such a day.</returns>
    public static bool Count(Reading reading, Candidate candidate, DateOnly? today)
    {
        var chunk = reading.Chunks[candidate.At];
        if (candidate is not { Type: EntryType.Talks, Status: EntryStatus.UnderWay or EntryStatus.Held or EntryStatus.Suspended or EntryStatus.Planned or EntryStatus.Proposed, End: null } || candidate.Start is not null && candidate.Precision != DatePrecision.Day)
            return false;
        var tokens = reading.Tokens;
        var (day, aside) = (chunk.Kind == ChunkKind.Noun ? Before(tokens, chunk.Last - 1) : -1, false);
        if (day < 0 && chunk.Kind == ChunkKind.Noun)
            (day, aside) = (Behind(tokens, chunk.Last), true);
        if (day < 0 && candidate.Status is not (EntryStatus.Planned or EntryStatus.Proposed))
            (day, aside) = (OfTheirs(tokens, chunk.Last), false);
        if (day < 1 || Now(candidate, aside, today) is not { } now || Nth(reading, day, today) is not (> 1 and < Latest and var nth))
            return false;
        (candidate.Start, candidate.End, candidate.Step, candidate.Precision) = (now.AddDays(1 - nth), now, now, DatePrecision.Day);
        if (candidate.Status is EntryStatus.Planned or EntryStatus.Proposed)
            candidate.Status = EntryStatus.UnderWay;
        reading.Note(candidate.At, "counted back from the day that they have come to", ExplanationStage.Date);
        return true;
    }

    /// <summary>"was in the second day of talks", "went back for a fifth day of bargaining"; -1 where there is none.</summary>
    private static int Before(Token[] tokens, int at)
    {
        for (var i = at - 1; i > 1 && i > at - Reach; i--)
        {
            if (tokens[i].Is("of"))
                return tokens[i - 1].Is("day") ? i - 1 : -1;
            if (tokens[i].Mark is Mark.Comma or Mark.Stop or Mark.Period || tokens[i].Tag == Tag.Verb)
                return -1;
        }

        return -1;
    }

    /// <summary>"The talks, now in their eleventh day, must end soon".</summary>
    private static int Behind(Token[] tokens, int at)
    {
        if (at + 4 >= tokens.Length || tokens[at].Mark != Mark.Comma)
            return -1;
        var from = tokens[at + 1].Word?.Text is "now" or "already" ? at + 2 : at + 1;
        if (!(tokens[from].Is("in") || tokens[from].Is("into")))
            return -1;
        for (var i = from + 1; i < tokens.Length && i < from + 5; i++)
        {
            if (tokens[i].Is("day"))
                return i;
        }

        return -1;
    }

    /// <summary>"ran into trouble on their second day", "made no headway on Wednesday, their third day": theirs, where no other noun claims it.</summary>
    private static int OfTheirs(Token[] tokens, int from)
    {
        for (var i = from; i + 2 < tokens.Length; i++)
        {
            if (!(tokens[i].Is("their") || tokens[i].Is("its")) || !tokens[i + 2].Is("day") || i == 0)
                continue;
            var dated = tokens[i - 1].Mark == Mark.Comma && i > 1 && tokens[i - 2].Is(WordClass.Weekday);
            return (dated || tokens[i - 1].Is("on")) && !(i + 3 < tokens.Length && tokens[i + 3].Is("of")) ? i + 2 : -1;
        }

        return -1;
    }

    /// <summary>"eleventh", "11th"; 0 where it is neither.</summary>
    private static int Nth(Reading reading, int day, DateOnly? today)
    {
        var token = reading.Tokens[day - 1];
        var word = reading.Text.AsSpan(token.Start, token.End - token.Start);
        if (word.Length is < 3 or > 4 || !char.IsAsciiDigit(word[0]))
            return new DateWords(reading.Text, reading.Tokens, today, ahead: false, day - 1).Ordinal(day - 1);
        return word[^2..] is "th" or "st" or "nd" or "rd" && int.TryParse(word[..^2], out var nth) ? nth : 0;
    }

    /// <summary>The day that they have come to: the sentence's own where it tells of that day, else today.</summary>
    private static DateOnly? Now(Candidate candidate, bool aside, DateOnly? today) =>
        candidate.Start is { } day && !aside ? day <= today ? day : null : today;
}
