using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>Of the days that a sentence names, the one that stands nearest to an event and belongs to nothing else.</summary>
internal sealed class NearestDay(Knowledge knowledge, DateOnly? today)
{
    /// <summary>What a day of the clause before costs more than one of the event's own.</summary>
    private const int OtherClause = 20;

    /// <summary>The expression nearest to the event that does not belong to a verb of saying.</summary>
    public DateExpression? Of(Reading reading, Candidate candidate, List<DateExpression> dates)
    {
        DateExpression? best = null;
        var bestCost = int.MaxValue;
        foreach (var date in dates)
        {
            if (date.From is null)
                continue;
            var cost = Cost(reading, candidate, date);
            if (cost < bestCost)
            {
                bestCost = cost;
                best = date;
            }
        }

        return bestCost < 1000 ? best : null;
    }

    /// <summary>"announced it on Friday, having just seen the king": on the day on which he speaks of it.</summary>
    private static bool IsJustDone(Reading reading, Candidate candidate)
    {
        var chunk = reading.Chunks[candidate.At];
        if (chunk is not { Kind: ChunkKind.Verb, Gerund: true })
            return false;
        for (var i = chunk.First; i < chunk.Last; i++)
        {
            if (reading.Tokens[i].Is("just"))
                return true;
        }

        return false;
    }

    private static bool Modifies(Reading reading, Chunk holder, DateExpression date)
    {
        for (var i = holder.First; i < holder.Last; i++)
        {
            if (reading.Tokens[i].Start >= date.End)
                return reading.Tokens[i].Tag is Tag.Noun or Tag.Adjective or Tag.Genitive && !reading.Tokens[holder.Last - 1].Is(WordClass.Weekday | WordClass.Month);
        }

        return false;
    }

    /// <summary>"the envoy, who saw him on Friday, said", "in a call on Saturday night X told Y": nothing parts the day from the event.</summary>
    private static bool IsOfEvent(List<Chunk> chunks, int at, int position)
    {
        if (position <= at || position - at > 6)
            return false;
        for (var j = at + 1; j <= position; j++)
        {
            if (chunks[j].Kind is not (ChunkKind.Noun or ChunkKind.Preposition))
                return false;
        }

        return true;
    }

    /// <summary>"held their fire but called off a meeting on Thursday": another verb has the other event, and its day.</summary>
    private static bool IsOfOtherDeed(List<Chunk> chunks, Candidate candidate, int other)
    {
        if (candidate.Type != EntryType.Ceasefire)
            return false;
        for (var j = Math.Max(candidate.At, candidate.Verb) + 1; j < other; j++)
        {
            if (chunks[j] is { Kind: ChunkKind.Verb, Finite: true } && chunks[j - 1].Kind is ChunkKind.Conjunction or ChunkKind.Comma)
                return true;
        }

        return false;
    }

    private static bool IsFrom(Token[] tokens, int date)
    {
        for (var i = date - 1; i >= 0 && i >= date - 3; i--)
        {
            if (tokens[i].Is("from") || tokens[i].Is("until") || tokens[i].Is("midnight"))
                return true;
        }

        return false;
    }

    /// <summary>"told him on Saturday, at a meeting in Bangkok, that": said on the day of the meeting.</summary>
    private static bool LeadsTo(List<Chunk> chunks, int position, int at)
    {
        var from = position + 1 < at && chunks[position + 1].Kind == ChunkKind.Comma ? position + 2 : position + 1;
        return from == at - 1 && chunks[at].Kind == ChunkKind.Noun && chunks[from] is { Kind: ChunkKind.Preposition, Head: "at" or "in" or "during" };
    }

    private int Cost(Reading reading, Candidate candidate, DateExpression date)
    {
        var chunks = reading.Chunks;
        var position = chunks.FindIndex(c => reading.Tokens[c.First].Start <= date.Start && reading.Tokens[c.Last - 1].End >= date.End);
        if (position < 0)
            position = chunks.FindIndex(c => reading.Tokens[c.Last - 1].End > date.Start);
        if (position < 0)
            return 1000;
        // "will meet X on Monday and fly on Friday to Y": of two as near, the one behind it.
        var cost = (Math.Abs(position - candidate.At) * 2) + (position < candidate.At ? 1 : 0);

        // "delayed until Thursday", "postponed to Friday the talks that were due tomorrow": the new day, whatever other stands by.
        if (candidate is { Type: EntryType.Talks, Status: EntryStatus.Postponed or EntryStatus.Planned } && Outlook.IsPutOffTo(reading.Tokens, Array.FindIndex(reading.Tokens, t => t.Start >= date.Start)))
            return 0;
        var first = Array.FindIndex(reading.Tokens, t => t.Start >= date.Start);

        // "left after a round in May, and a meeting in Algiers in July finished it": rather a day of its own clause.
        if (position > 1 && position < candidate.At - 1 && candidate.At > 2 && chunks[candidate.At - 1].Kind == ChunkKind.Conjunction && chunks[candidate.At - 2].Kind == ChunkKind.Comma && chunks.FindIndex(0, position, static c => c is { Kind: ChunkKind.Verb, Finite: true }) >= 0)
            cost += OtherClause;

        // "must end by noon on Saturday", "only through Sunday, when the talks are to end": the last day of what is not over is not its first.
        if (candidate is { Type: EntryType.Talks, Status: EntryStatus.UnderWay or EntryStatus.Planned or EntryStatus.Proposed } && (OtherDays.IsLastDay(chunks, candidate, position) || OtherDays.IsOfYield(reading, candidate, position, first)))
        {
            // "the talks are to end on Sunday": they have begun.
            if (chunks[candidate.At].IsDefinite && candidate.Status != EntryStatus.UnderWay && candidate.Verb >= 0 && OtherDays.IsLastDay(chunks, candidate, position) && chunks.FindIndex(c => c.Kind == ChunkKind.Verb && WordLists.Opening.Has(c.Lemma)) < 0)
                candidate.Status = EntryStatus.UnderWay;
            return 2000;
        }

        // "when the talks are to end, and he slept on Thursday in town": the day of what another did.
        if (candidate is { Type: EntryType.Talks, Status: EntryStatus.UnderWay or EntryStatus.Planned or EntryStatus.Proposed } && OtherDays.IsOfDeed(chunks, candidate, position))
            return 2000;

        // "crossed the border on Tuesday on the way to Oslo, where they will meet": the day of what was done before.
        if (candidate is { Type: EntryType.Talks, Status: EntryStatus.Planned or EntryStatus.Proposed or EntryStatus.Postponed } && position < candidate.At && date.Precision == DatePrecision.Day && OtherDays.IsOfDeedBefore(chunks, candidate, position))
            return 2000;

        // "drawn up after ten days of talks, would give back what it held before July": the day of another clause.
        if (candidate is { Type: EntryType.Talks, Status: EntryStatus.Held, Verb: < 0 } && position > candidate.At && LongTalks.IsSpell(chunks, candidate.At) && chunks.FindIndex(candidate.At, position - candidate.At, static c => c is { Kind: ChunkKind.Verb, Finite: true }) > 0)
            return 2000;

        // "The assembly meets on Thursday to decide whether its men should go to the talks": when it is decided.
        if (candidate is { Type: EntryType.Talks, Status: EntryStatus.Planned or EntryStatus.Proposed } && position < candidate.At && OtherDays.IsOfDecision(chunks, position, candidate.At))
            return 2000;

        // "lasted until May, when talks broke down": what stands in the clause was in that month.
        if (position + 2 < candidate.At && chunks[position + 1].Kind == ChunkKind.Comma && chunks[position + 2] is { Kind: ChunkKind.Subordinator, Head: "when" } && chunks.FindIndex(position, candidate.At - position, static c => c.Kind == ChunkKind.Verb) < 0)
            return 0;

        // "signed it, the day after he had received her": the day of what stands in that clause.
        if (position < candidate.At && position + 1 < chunks.Count && chunks[position + 1] is { Kind: ChunkKind.Subordinator, Head: "after" or "before" } && date.Text.StartsWith("the day", StringComparison.OrdinalIgnoreCase) && chunks.FindIndex(position, c => c.Kind == ChunkKind.Verb) == candidate.At)
            return 0;
        if (candidate.Type == EntryType.Ceasefire && TruceDays.IsEffect(reading.Tokens, first))
            return -1;
        if (TruceDays.IsEnd(reading.Tokens, first, candidate.Type))
            return 2000;
        if (OtherClauses.Hold(reading, candidate, position))
            return 2000;
        if (StepDays.IsPlansDay(knowledge, reading, candidate, date))
            return 2000;
        if (StepDays.IsStep(reading, candidate, date, position, today) || StepDays.IsAcceptance(reading, candidate))
        {
            candidate.Step = date.To;
            return 2000;
        }

        // "said on Friday after talks with": fresh from them.
        var fresh = candidate.Type == EntryType.Talks && candidate.Status == EntryStatus.Held && chunks[candidate.At].Kind == ChunkKind.Noun && candidate.At > 0 && chunks[candidate.At - 1].Head is "after" or "following" && position < candidate.At && position > candidate.At - 8;

        // "said on Tuesday after talks with the minister last week": what stands behind the talks is theirs.
        if (candidate is { Type: EntryType.Talks, Status: EntryStatus.Held } && candidate.At > 0 && chunks[candidate.At] is { Kind: ChunkKind.Noun } && chunks[candidate.At - 1].Head is "after" or "following" && date.From <= today && IsOfEvent(chunks, candidate.At, position))
            return 0;

        // "briefed him on Monday on the talks, which are to end by May": what is told as done has no day to come.
        if (candidate is { Type: EntryType.Talks, Status: EntryStatus.Held } && first > 0 && reading.Tokens[first - 1].Is("by") && date.From > today)
            return 2000;

        // "agreed on Monday to stop firing from midnight on Friday, after two hours of talks": they were on the day of the agreement.
        if (fresh && first > 0 && IsFrom(reading.Tokens, first))
            return 2000;

        // "since the August war", "last month's attack": the day is that of what the phrase names.
        if (position != candidate.At && chunks[position] is { Kind: ChunkKind.Noun, IsDate: false } holder && Modifies(reading, holder, date))
            cost += 3000;

        // The verb that the expression stands by: one of saying takes it for itself.
        for (var j = position - 1; j >= 0 && j >= position - 6; j--)
        {
            if (chunks[j].Kind == ChunkKind.Verb)
            {
                if (WordLists.Telling.Has(chunks[j].Lemma) && !fresh && !IsOfEvent(chunks, candidate.At, position) && !LeadsTo(chunks, position, candidate.At) && !IsJustDone(reading, candidate) && !DateFinder.IsGuessed(reading.Tokens, first) && !(candidate.Type == EntryType.Ceasefire && candidate.Status != EntryStatus.Extended && chunks[j].Lemma is "announce"))
                    cost += 2000;
                else if (chunks[j].Lemma is "expire" or "lapse" && candidate.Status is EntryStatus.Extended or EntryStatus.Rejected)
                    cost += 2000;
                else if (candidate.Status is EntryStatus.Planned or EntryStatus.Proposed && j < candidate.At && j + 3 >= position && knowledge.Attitudes.ContainsKey(chunks[j].Lemma) && position < candidate.At && !chunks[j].Passive)
                    cost += 200;
                break;
            }
        }

        // "The minister yesterday announced that talks would resume on Monday": the adverb stands before the verb that takes it.
        if (position < candidate.At && !fresh && chunks[position] is { Kind: ChunkKind.Verb } saying && WordLists.Telling.Has(saying.Lemma) && date.Start < reading.Tokens[saying.Last - 1].Start && !(candidate.Type == EntryType.Ceasefire && saying.Lemma is "announce"))
            cost += 2000;

        // "completed a round today, the mediators said": an adverb stands in no chunk, and its position is that of the comma behind it.
        for (var j = position + 1; j < chunks.Count && j <= position + 2 && chunks[position].Kind != ChunkKind.Comma; j++)
        {
            if (chunks[j].Kind == ChunkKind.Verb && chunks[j].Lemma is "say" or "tell" && !IsOfEvent(chunks, candidate.At, position))
                cost += 2000;
        }

        // The day behind another event's noun is that one's.
        for (var j = position - 1; j >= 0 && chunks[j].Kind is not (ChunkKind.Verb or ChunkKind.Comma or ChunkKind.Subordinator or ChunkKind.Break); j--)
        {
            if (chunks[j].Event is null)
                continue;
            cost += j == candidate.At || chunks[j].HeadWord?.NounFrame is not null ? 0 : chunks[candidate.At].Kind == ChunkKind.Verb && !IsOfOtherDeed(chunks, candidate, j) ? 100 : 3000;
            break;
        }

        // Another event stands between: the day is that one's.
        var (low, high) = position < candidate.At ? (position, candidate.At) : (candidate.At, position);
        for (var j = low + 1; j < high; j++)
        {
            if (chunks[j].Event is not null && chunks[j].Kind == ChunkKind.Noun && !(chunks[j].Event!.Type == candidate.Type && high - j == 1 && position < candidate.At))
                cost += position > candidate.At ? chunks[candidate.At].Kind == ChunkKind.Verb && !IsOfOtherDeed(chunks, candidate, j) ? 100 : 3000 : 30;
        }

        return cost;
    }
}
