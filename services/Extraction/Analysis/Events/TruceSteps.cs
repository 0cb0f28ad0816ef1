using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>What a sentence tells of a truce beside its first day: that it was holding on a day, that it lapsed before it was prolonged, after what it was declared.</summary>
internal static class TruceSteps
{
    /// <summary>Chunks from the truce to what it was declared after.</summary>
    private const int Reach = 4;

    /// <summary>Chunks from "that" to the verb of those who made it.</summary>
    private const int Makers = 7;

    /// <summary>"The truce was holding on Friday", "was largely observed on Sunday": a day on which it was looked at, and not its first; what stands between the truce and its verb is its own.</summary>
    public static bool IsWatched(Reading reading, Candidate candidate, DateExpression date, DateOnly? today) =>
        candidate is { Type: EntryType.Ceasefire, Status: EntryStatus.InForce, Verb: >= 0 and var verb } && date is { Precision: DatePrecision.Day, From: { } day } && day <= today
        && reading.Chunks[verb] is { Kind: ChunkKind.Verb } held && WordLists.Holding.Has(held.Lemma)
        && Array.FindIndex(reading.Tokens, t => t.Start >= date.Start) is var first && !TruceDays.IsEffect(reading.Tokens, first) && !(first > 0 && reading.Tokens[first - 1].Word?.Text is "since" or "from")
        && !(first >= reading.Chunks[candidate.At].Last && first < held.First);

    /// <summary>"swore on Monday to uphold a truce", "reaffirmed the ceasefire": it stands already.</summary>
    public static bool IsUpheld(Reading reading, Candidate candidate)
    {
        if (candidate is not { Type: EntryType.Ceasefire, Status: EntryStatus.Agreed or EntryStatus.InForce } || reading.Chunks[candidate.At].Kind != ChunkKind.Noun)
            return false;
        for (var j = candidate.At - 1; j >= 0 && j >= candidate.At - 2; j--)
        {
            if (reading.Chunks[j].Kind == ChunkKind.Verb)
                return WordLists.Upholding.Has(reading.Chunks[j].Lemma);
        }

        return false;
    }

    /// <summary>The sentence counts days, weeks or months after something: most count none.</summary>
    public static bool MayBeSignedBefore(Reading reading, Candidate candidate)
    {
        var tokens = reading.Tokens;
        for (var i = 2; i < tokens.Length && reading.Chunks[candidate.At].IsDefinite; i++)
        {
            if (tokens[i].Is("after") && tokens[i - 1].Word?.Text is "day" or "days" or "week" or "weeks" or "month" or "months")
                return true;
        }

        return false;
    }

    /// <summary>"Five days after they signed it, they accused one another on Saturday of breaking the truce": so many days before; null where the sentence counts none.</summary>
    public static DateExpression? SignedBefore(Reading reading, Candidate candidate, DateOnly? day)
    {
        var tokens = reading.Tokens;
        if (day is not { } from)
            return null;
        for (var i = 0; i + 4 < tokens.Length; i++)
        {
            if (!tokens[i + 2].Is("after") || tokens[i + 1].Word?.Text is not ("day" or "days" or "week" or "weeks" or "month" or "months") || tokens[i + 3].Mark != Mark.Word || new DateWords(reading.Text, tokens, day, ahead: false, i).Value(i) is not { } count)
                continue;
            for (var j = i + 3; j < tokens.Length && j < i + Makers + 3 && tokens[j].Mark == Mark.Word; j++)
            {
                if (tokens[j].Word is not { } word || !word.Is(WordClass.Past) || !WordLists.Founding.Has(word.Lemma ?? word.Text))
                    continue;
                // "after they signed it", "after its signing", "after signing the truce"; "after it made a speech" is of something else.
                if (j + 1 >= tokens.Length || !(tokens[j + 1].Is("it") || tokens[j + 1].Mark == Mark.Comma || IsTruce(reading, j + 1)))
                    break;
                var months = tokens[i + 1].Word?.Text is "month" or "months";
                var weeks = tokens[i + 1].Word?.Text is "week" or "weeks";
                var first = months ? from.AddMonths(-count) : from.AddDays(weeks ? -7 * count : -count);
                var precision = months ? DatePrecision.Month : weeks ? DatePrecision.Week : DatePrecision.Day;
                return new DateExpression(tokens[i].Start, tokens[j].End, reading.Slice(i, j + 1), months ? new DateOnly(first.Year, first.Month, 1) : first, first, precision);
            }
        }

        return null;
    }

    /// <summary>"declared a truce two days after the flood came": dated by what else happened, and by no day of the text.</summary>
    public static bool IsAfterEvent(Reading reading, Candidate candidate)
    {
        if (candidate is not { Type: EntryType.Ceasefire, Status: EntryStatus.Agreed, Start: null, Step: null, Verb: >= 0 and var verb } || reading.Chunks[verb] is not { Kind: ChunkKind.Verb, Past: true, Perfect: false, Modal: null })
            return false;
        var chunks = reading.Chunks;
        for (var j = candidate.At + 1; j + 3 < chunks.Count && j <= candidate.At + Reach; j++)
        {
            if (!chunks[j].IsDate || chunks[j].Head is not ("day" or "days" or "week" or "weeks" or "month" or "months") || chunks[j + 1].Head is not "after" || chunks[j + 2] is not { Kind: ChunkKind.Noun, Event: null })
                continue;
            // The giant waves struck: a noun may look like a verb.
            for (var k = j + 3; k < chunks.Count && k <= j + Reach && chunks[k].Kind is ChunkKind.Noun or ChunkKind.Verb; k++)
            {
                if (chunks[k] is { Kind: ChunkKind.Verb, Past: true })
                    return true;
            }
        }

        return false;
    }

    private static bool IsTruce(Reading reading, int at)
    {
        foreach (var chunk in reading.Chunks)
        {
            if (chunk.First <= at && at < chunk.Last)
                return chunk is { Kind: ChunkKind.Noun, Event.Type: EntryType.Ceasefire };
        }

        return false;
    }

    /// <summary>"declared a truce after the December 26 earthquake": about that day; null where the sentence names no such thing.</summary>
    public static DateExpression? Aftermath(Reading reading, Candidate candidate, List<DateExpression> dates, DateOnly? today)
    {
        if (candidate is not { Type: EntryType.Ceasefire, Status: EntryStatus.Agreed or EntryStatus.InForce or EntryStatus.Proposed })
            return null;
        var chunks = reading.Chunks;
        for (var j = candidate.At + 1; j + 1 < chunks.Count && j <= candidate.At + Reach; j++)
        {
            if (chunks[j].Head is not ("after" or "following" or "since") || chunks[j + 1] is not { Kind: ChunkKind.Noun, Event: null, IsDate: false } what)
                continue;
            var (from, until) = (reading.Tokens[what.First].Start, reading.Tokens[what.Last - 1].End);
            return dates.Find(d => d is { Precision: DatePrecision.Day } && d.Start >= from && d.End <= until && d.From <= today);
        }

        return null;
    }

    /// <summary>"The truce that both signed in Geneva on May 7 has brought calm": since when it is; null where the sentence tells from when it is to be.</summary>
    public static int Signed(Reading reading, int at)
    {
        var chunks = reading.Chunks;
        if (!chunks[at].IsDefinite || Predicates.RelativeOf(chunks, at) is not (>= 0 and var relative))
            return -1;
        for (var j = relative; j + 1 < chunks.Count && j < relative + Makers; j++)
        {
            if (chunks[j].Kind == ChunkKind.Verb)
                return chunks[j].Past && WordLists.Founding.Has(chunks[j].Lemma) ? j + 1 : -1;
        }

        return -1;
    }

    /// <summary>It was for a time that is over: what is still told of as standing is another.</summary>
    public static bool IsOver(Candidate truce, DateOnly? published) =>
        truce.Date is { Precision: DatePrecision.Day, From: { } first, To: { } last } && last > first && last < published;

    /// <summary>"have prolonged the truce ... It had lapsed on Wednesday": what ran out is an earlier step of what has been prolonged.</summary>
    public static void Settle(List<Candidate> joined)
    {
        foreach (var lapsed in joined)
        {
            if (lapsed is not { Type: EntryType.Ceasefire, Status: EntryStatus.Collapsed, Background: false, Verb: >= 0 and var verb } || lapsed.Reading.Chunks[verb].Lemma is not ("lapse" or "expire" or "run out" or "end"))
                continue;
            foreach (var prolonged in joined)
            {
                if (prolonged is not { Type: EntryType.Ceasefire, Status: EntryStatus.Extended, Background: false } || !(lapsed.Parties.Count == 0 || prolonged.Parties.Exists(p => p.IsIn(lapsed.Parties))))
                    continue;
                lapsed.Background = true;
                if (prolonged.Start is null)
                    (prolonged.Start, prolonged.Precision) = (lapsed.Start, lapsed.Precision);
                lapsed.Reading.Note(lapsed.At, "it ran out and has been prolonged: an earlier step", ExplanationStage.Background);
                break;
            }
        }
    }
}
