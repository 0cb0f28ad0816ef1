using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>Which of the days that a sentence names is the event's.</summary>
internal sealed class EventDates(Knowledge knowledge, List<Reading> readings, DateOnly? published, DateOnly? today)
{
    private Candidate? last;
    private int lastSentence;
    private int number;
    private ArticleDays? days;

    // Few events count from the days of the sentences before.
    private ArticleDays Days => days ??= new ArticleDays(readings, published, today);

    /// <summary>Reads the days of the sentences that nothing asked for.</summary>
    public void ReadRest() => Days.ReadRest();

    /// <summary>The sentence is read: the next may go on from its events.</summary>
    public void Leave(Reading reading, List<Candidate> candidates)
    {
        last = candidates.FindLast(c => c.Start is not null && c.Precision == DatePrecision.Day);
        lastSentence = reading.Sentence.Last;
    }

    /// <summary>Sets the day of an event of the sentence with the number, the first of the article being 1.</summary>
    public void Set(Reading reading, Candidate candidate, int sentence)
    {
        number = sentence;
        if (candidate.Type == EntryType.Ceasefire && candidate.Status is EntryStatus.CalledFor or EntryStatus.Proposed or EntryStatus.Violated or EntryStatus.Rejected)
        {
            reading.Note(candidate.At, "none: the day of a call, an offer, a breach or a refusal is not the truce's", ExplanationStage.Date);
            return;
        }

        var told = reading.Chunks[candidate.At];
        var future = (candidate.Status is EntryStatus.Planned && !(told.Kind == ChunkKind.Verb && told.Past && told.Modal is null && told.Finite)) || (candidate.Type == EntryType.Ceasefire && candidate.Status == EntryStatus.Agreed && reading.Chunks.Exists(c => c.Modal is "will" or "to"));
        future |= candidate.Type == EntryType.Talks && candidate.Status is EntryStatus.Cancelled or EntryStatus.Postponed && reading.Chunks.Exists(c => c.Modal == "to" || c is { Kind: ChunkKind.Predicate, Head: "due" });
        future &= !(candidate.Reach > candidate.At && reading.Chunks[candidate.Reach] is { Kind: ChunkKind.Verb, Perfect: true, Past: true, Passive: true } set && reading.Tokens[set.First].Is("had"));
        if (DayAfter(reading, candidate))
        {
            reading.Note(candidate.At, "counted from the day of the remarks that came before or after it", ExplanationStage.Date);
            return;
        }

        var dates = Dates(reading, future);
        if (dates.Count == 0)
        {
            Inherit(reading, candidate);
            return;
        }

        var chosen = Choose(reading, candidate, dates);
        reading.Note(candidate.At, chosen is null ? "none: each day that the sentence names is another verb's or event's" : "the day nearest to it that is no other verb's or event's", ExplanationStage.Date);
        if (chosen?.From is not { } from)
            return;
        candidate.Date = chosen;
        if (chosen.Precision == DatePrecision.Month && chosen.Text.Contains("ago", StringComparison.OrdinalIgnoreCase))
            from = chosen.From.Value;
        candidate.Start = from;
        candidate.Precision = chosen.Precision;
        if (chosen.Precision == DatePrecision.Day && chosen.To is { } to && to > from && to.DayNumber - from.DayNumber < 60)
            candidate.End = to;
    }

    private List<DateExpression> Dates(Reading reading, bool future)
    {
        var dates = DateFinder.Find(reading.Text, reading.Tokens, today, future);
        RelativeDays.Add(reading.Text, reading.Tokens, () => Days.LastDay(number), dates);
        return dates;
    }

    /// <summary>"His remarks came a day after X met Y": counted from the day of the remarks.</summary>
    private bool DayAfter(Reading reading, Candidate candidate)
    {
        var chunks = reading.Chunks;
        for (var j = 1; j + 1 < chunks.Count && j < candidate.At; j++)
        {
            if (!chunks[j].IsDate || chunks[j + 1].Head is not ("after" or "before") || chunks[j].Head is not ("day" or "days" or "hours") || chunks[j - 1].Kind != ChunkKind.Verb || chunks[j - 1].Lemma is not ("come" or "be" or "follow" or "arrive"))
                continue;
            if ((Days.Spoken(number) ?? today) is not { } anchor)
                return true;
            var count = chunks[j].Head == "hours" ? 0 : reading.Tokens[chunks[j].First].Word?.Text switch { "two" => 2, "three" => 3, "four" => 4, "five" => 5, _ => 1 };
            candidate.Start = anchor.AddDays(chunks[j + 1].Head == "after" ? -count : count);
            candidate.Precision = DatePrecision.Day;
            return true;
        }

        return false;
    }

    /// <summary>"On Sunday X and Y put off talks. They decided so in a phone call": the call has the day of the sentence that it goes on from.</summary>
    private void Inherit(Reading reading, Candidate candidate)
    {
        if (last is not { Start: { } start } before || candidate.Status != EntryStatus.Held || candidate.Type != EntryType.Talks || reading.Sentence.First != lastSentence)
            return;
        var refers = reading.Chunks.Exists(c => c.Event is not null && c.IsDefinite && !ReferenceEquals(c, reading.Chunks[candidate.At]));
        if (refers && candidate.Parties.TrueForAll(p => before.Parties.Exists(q => q.Same(p))))
        {
            candidate.Start = start;
            candidate.Precision = before.Precision;
            reading.Note(candidate.At, "the sentence goes on from the one before, and has its day", ExplanationStage.Date);
        }
    }

    /// <summary>The expression nearest to the event that does not belong to a verb of saying.</summary>
    private DateExpression? Choose(Reading reading, Candidate candidate, List<DateExpression> dates)
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

    private static bool Modifies(Reading reading, Chunk holder, DateExpression date)
    {
        for (var i = holder.First; i < holder.Last; i++)
        {
            if (reading.Tokens[i].Start >= date.End)
                return reading.Tokens[i].Tag is Tag.Noun or Tag.Adjective or Tag.Genitive && !reading.Tokens[holder.Last - 1].Is(WordClass.Weekday | WordClass.Month);
        }

        return false;
    }

    private int Cost(Reading reading, Candidate candidate, DateExpression date)
    {
        var chunks = reading.Chunks;
        var position = chunks.FindIndex(c => reading.Tokens[c.First].Start <= date.Start && reading.Tokens[c.Last - 1].End >= date.End);
        if (position < 0)
            position = chunks.FindIndex(c => reading.Tokens[c.Last - 1].End > date.Start);
        if (position < 0)
            return 1000;
        var cost = Math.Abs(position - candidate.At) * 2;

        // "said on Friday after talks with": fresh from them.
        var fresh = candidate.Type == EntryType.Talks && candidate.Status == EntryStatus.Held && chunks[candidate.At].Kind == ChunkKind.Noun && candidate.At > 0 && chunks[candidate.At - 1].Head is "after" or "following" && position < candidate.At && position > candidate.At - 8;

        // "since the August war", "last month's attack": the day is that of what the phrase names.
        if (position != candidate.At && chunks[position] is { Kind: ChunkKind.Noun, IsDate: false } holder && Modifies(reading, holder, date))
            cost += 3000;

        // The verb that the expression stands by: one of saying takes it for itself.
        for (var j = position - 1; j >= 0 && j >= position - 4; j--)
        {
            if (chunks[j].Kind == ChunkKind.Verb)
            {
                if (chunks[j].Lemma is "say" or "tell" or "report" or "announce" or "add" or "state" && !fresh && !(candidate.Type == EntryType.Ceasefire && chunks[j].Lemma is "announce"))
                    cost += 2000;
                else if (chunks[j].Lemma is "expire" or "lapse" && candidate.Status is EntryStatus.Extended or EntryStatus.Rejected)
                    cost += 2000;
                else if (candidate.Status is EntryStatus.Planned or EntryStatus.Proposed && j < candidate.At && j + 3 >= position && knowledge.Attitudes.ContainsKey(chunks[j].Lemma) && position < candidate.At && !chunks[j].Passive)
                    cost += 200;
                break;
            }
        }

        for (var j = position + 1; j < chunks.Count && j <= position + 2; j++)
        {
            if (chunks[j].Kind == ChunkKind.Verb && chunks[j].Lemma is "say" or "tell")
                cost += 2000;
        }

        // The day behind another event's noun is that one's.
        for (var j = position - 1; j >= 0 && chunks[j].Kind is not (ChunkKind.Verb or ChunkKind.Comma or ChunkKind.Subordinator or ChunkKind.Break); j--)
        {
            if (chunks[j].Event is null)
                continue;
            cost += j == candidate.At || chunks[j].HeadWord?.NounFrame is not null ? 0 : chunks[candidate.At].Kind == ChunkKind.Verb ? 100 : 3000;
            break;
        }

        // Another event stands between: the day is that one's.
        var (low, high) = position < candidate.At ? (position, candidate.At) : (candidate.At, position);
        for (var j = low + 1; j < high; j++)
        {
            if (chunks[j].Event is not null && chunks[j].Kind == ChunkKind.Noun && !(chunks[j].Event!.Type == candidate.Type && high - j == 1 && position < candidate.At))
                cost += position > candidate.At ? chunks[candidate.At].Kind == ChunkKind.Verb ? 100 : 3000 : 30;
        }

        return cost;
    }
}
