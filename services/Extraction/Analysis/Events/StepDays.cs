using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>The day on which talks were agreed on, called off or broken off is not the day of the talks.</summary>
internal static class StepDays
{
    /// <summary>What is told of it now came after its start: it may be news of something old.</summary>
    public static bool IsAfterStart(Candidate candidate) =>
        candidate.Status is EntryStatus.Violated or EntryStatus.Collapsed or EntryStatus.Suspended or EntryStatus.Extended;

    /// <summary>The last day of the step by the other days that the sentence names, else today where it is told as news; null where nothing says when it was.</summary>
    public static DateOnly? Of(List<DateExpression> dates, Candidate candidate, DateOnly? today)
    {
        DateOnly? step = null;
        foreach (var date in dates)
        {
            if (date is not { From: { } from, To: { } last } || from > today || last == candidate.Start || (candidate.Type == EntryType.Ceasefire && IsOfMaking(candidate.Reading.Tokens, date)) || (candidate.Date is { } own && date.Start < own.End && date.End > own.Start))
                continue;
            if (IsSince(candidate.Reading.Text, date.Start))
                return today;
            if (step > last)
                continue;
            step = last;
            candidate.StepSince = from;
        }

        if (step is not null || candidate is not { Type: EntryType.Ceasefire, Verb: >= 0 and var verb })
            return step;
        var chunk = candidate.Reading.Chunks[candidate.At];
        for (var i = chunk.First; i < chunk.Last; i++)
        {
            if (candidate.Reading.Tokens[i].Word?.Text is "earlier" or "previous" or "last" or "former" or "first")
                return null;
        }

        return candidate.Reading.Chunks[verb].Kind == ChunkKind.Verb ? today : null;
    }

    /// <summary>"a pact signed nearly six years ago": when a truce was made, and not when it was broken.</summary>
    private static bool IsOfMaking(Token[] tokens, DateExpression date)
    {
        for (var i = Array.FindLastIndex(tokens, t => t.End <= date.Start); i >= 0 && tokens[i].Tag is not (Tag.Noun or Tag.Name or Tag.Pronoun or Tag.Punctuation); i--)
        {
            if (tokens[i].Tag == Tag.Verb)
                return tokens[i].Word is { } verb && WordLists.Founding.Has(verb.Lemma);
        }

        return false;
    }

    /// <summary>"Since Monday there have been ten breaches": it goes on.</summary>
    private static bool IsSince(string text, int at) => at > 5 && text.AsSpan(at - 6, 5).Equals("since", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a day is the step's.</summary>
    /// <param name="reading">The sentence.</param>
    /// <param name="candidate">The talks.</param>
    /// <param name="date">An expression of the sentence.</param>
    /// <param name="position">The chunk in which it stands.</param>
    /// <param name="today">What "today" means in the text.</param>
    public static bool IsStep(Reading reading, Candidate candidate, DateExpression date, int position, DateOnly? today)
    {
        var chunks = reading.Chunks;
        if (candidate is not { Type: EntryType.Talks, Verb: >= 0 and var verb, Status: EntryStatus.Suspended or EntryStatus.Cancelled or EntryStatus.Postponed or EntryStatus.Rejected }
            || date.From is not { } day || today is not { } now || day > now || chunks[verb].Kind != ChunkKind.Verb || !WordLists.StepVerbs.Has(chunks[verb].Lemma))
            return false;
        if ((candidate.Status == EntryStatus.Suspended || date.Precision != DatePrecision.Day) && !WordLists.Processes.Has(chunks[candidate.At].Head))
            return false;

        // "The talks were broken off this morning", "ended on Friday without agreement": a round that has lasted as long as the news of it.
        if (candidate.Status == EntryStatus.Suspended && (chunks[verb].Passive || candidate.At < verb) && date.Precision == DatePrecision.Day && chunks[candidate.At].Head is "talks" or "negotiations" or "discussions")
            return false;
        if (date.Precision == DatePrecision.Day && position > 0 && chunks[position - 1].Head is "for" or "from" or "since")
            return false;
        var (low, high) = position < verb ? (position, verb) : (verb, position);

        // "spoke on Thursday and agreed to put off the talks": what is put off had its day still to come.
        if (candidate.Status is EntryStatus.Postponed or EntryStatus.Cancelled && position < verb && verb < candidate.At && chunks[verb].Infinitive)
            return true;
        for (var j = low + 1; j < high; j++)
        {
            if (chunks[j].Kind is ChunkKind.Verb or ChunkKind.Relative or ChunkKind.Subordinator or ChunkKind.Break)
                return false;
        }

        // "called off a meeting on Sunday": that day's papers speak of the step, later ones perhaps of the meeting.
        if (position > candidate.At && candidate.At > verb)
            return day == now || candidate.Status == EntryStatus.Suspended;

        // "The talks on Sunday were called off": the talks' own.
        return !(position > candidate.At && position < verb);
    }

    /// <summary>"A accepted the council's call for a truce last month": one side took it up; the truce is of the day on which both do.</summary>
    public static bool IsAcceptance(Reading reading, Candidate candidate)
    {
        var chunks = reading.Chunks;
        var at = candidate.At;
        return candidate is { Type: EntryType.Ceasefire, Status: EntryStatus.Agreed, Parties.Count: < 2, Unilateral: false, Verb: >= 0 and var verb } && verb < at && at > 1 && chunks[verb].Lemma is "accept" or "agree to" or "approve" or "endorse"
            && chunks[at - 1] is { Kind: ChunkKind.Preposition, Head: "for" or "to" or "of" } && WordLists.Appeals.Has(chunks[at - 2].Head);
    }

    /// <summary>"agreed on Monday to hold talks", "proposed on 9 June a meeting", "expressed readiness today to sit down with": the day of what was said, not of the talks.</summary>
    public static bool IsPlansDay(Knowledge knowledge, Reading reading, Candidate candidate, DateExpression date)
    {
        var chunks = reading.Chunks;
        var first = Array.FindIndex(reading.Tokens, t => t.Start >= date.Start);
        if (candidate.Type != EntryType.Talks || candidate.Status is not (EntryStatus.Planned or EntryStatus.Proposed or EntryStatus.Rejected) || first < 0 || first >= chunks[candidate.At].Last)
            return false;
        var j = chunks.FindLastIndex(c => c.Last <= first);
        if (j > 0 && chunks[j] is { Kind: ChunkKind.Preposition, Head: "on" or "late" or "early" })
            j--;
        var told = j;
        if (j > 0 && chunks[j] is { Kind: ChunkKind.Noun, IsDate: false, Event: null, IsActor: false, HeadWord: { } word } && (word.NounFrame?.Talks is EntryStatus.Proposed || knowledge.Attitudes.ContainsKey(chunks[j].Head)))
            j--;
        return j >= 0 && j < candidate.At && chunks[j] is { Kind: ChunkKind.Verb, Past: true, Passive: false, Reduced: false } verb
            && (j < told || knowledge.Attitudes.ContainsKey(verb.Lemma) || (knowledge.Frames.TryGetValue(verb.Lemma, out var frame) && frame.Talks is EntryStatus.Planned or EntryStatus.Proposed or EntryStatus.Rejected));
    }
}
