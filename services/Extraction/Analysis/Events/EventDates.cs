using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>Which of the days that a sentence names is the event's.</summary>
internal sealed class EventDates(Knowledge knowledge, List<Reading> readings, DateOnly? published, DateOnly? today)
{
    private const int DaysOfWeek = 7;
    private const string EndOf = "end of ";

    /// <summary>Days of a month before its end begins.</summary>
    private const int LastThird = 20;

    /// <summary>Sentences, a headline among them, that tell the news itself.</summary>
    private const int Lead = 3;

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
        last = candidates.FindLast(c => Told(c) is not null);
        lastSentence = reading.Sentence.Last;
    }

    /// <summary>The day on which the text is with an event: its own, else that of the step told of talks.</summary>
    private static DateOnly? Told(Candidate candidate) =>
        candidate.Start is null ? candidate.Type == EntryType.Talks ? candidate.Step : null : candidate.Precision == DatePrecision.Day ? candidate.Start : null;

    /// <summary>Sets the day of an event of the sentence with the number, the first of the article being 1.</summary>
    public void Set(Reading reading, Candidate candidate, int sentence)
    {
        number = sentence;
        SetDay(reading, candidate);
        if (candidate.Step is null && StepDays.IsAfterStart(candidate))
            candidate.Step = StepDays.Of(Dates(reading, future: false), candidate, today);
    }

    private void SetDay(Reading reading, Candidate candidate)
    {
        if (OwnDate(reading, candidate) is { From: { } made } own)
        {
            candidate.Date = own;
            candidate.Start = made;
            candidate.Precision = own.Precision;
            reading.Note(candidate.At, "the day that the text gives the truce itself (\"the truce of June 1\", \"signed in May\")", ExplanationStage.Date);
            return;
        }

        if (candidate.Type == EntryType.Ceasefire && candidate.Status is EntryStatus.CalledFor or EntryStatus.Proposed or EntryStatus.Violated or EntryStatus.Rejected or EntryStatus.Collapsed && !(candidate.Status == EntryStatus.Collapsed && Array.Exists(reading.Tokens, t => t.Is("hours"))))
        {
            reading.Note(candidate.At, candidate.Status == EntryStatus.Collapsed ? "none: the day on which a truce ended is not its first" : "none: the day of a call, an offer, a breach or a refusal is not the truce's", ExplanationStage.Date);
            return;
        }

        if (candidate is { Status: EntryStatus.Cancelled, Verb: >= 0 and var unreal } && candidate.Type == EntryType.Talks && Circumstance.IsUnreal(reading, reading.Chunks[unreal]) && unreal < candidate.At)
        {
            reading.Note(candidate.At, "none: the sentence tells the day of what came instead", ExplanationStage.Date);
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
        if (TruceDays.Midnight(reading, candidate, dates, today) is { } midnight)
        {
            candidate.Start = midnight;
            candidate.Precision = DatePrecision.Day;
            reading.Note(candidate.At, "it takes effect at midnight", ExplanationStage.Date);
            return;
        }

        if (dates.Count == 0)
        {
            Inherit(reading, candidate);
            CountBack(reading, candidate);
            return;
        }

        var chosen = Choose(reading, candidate, dates);
        reading.Note(candidate.At, chosen is null ? "none: each day that the sentence names is another verb's or event's" : "the day nearest to it that is no other verb's or event's", ExplanationStage.Date);
        if (chosen?.From is not { } from)
            return;
        candidate.Date = chosen;

        // "agreed on Wednesday to prolong the truce": the day of that, not the truce's first.
        if (candidate is { Type: EntryType.Ceasefire, Status: EntryStatus.Extended } && from <= today)
        {
            candidate.Step = chosen.To;
            return;
        }

        if (chosen.Precision == DatePrecision.Month && chosen.Text.Contains("ago", StringComparison.OrdinalIgnoreCase))
            from = chosen.From.Value;
        // "agreed on Tuesday to a truce from Thursday": it cannot have begun before it was agreed on.
        if (candidate is { Type: EntryType.Ceasefire, Status: EntryStatus.Agreed } && chosen.Precision == DatePrecision.Day && Array.Find(reading.Tokens, t => t.Start == chosen.Start).Is(WordClass.Weekday)
            && dates.Exists(d => d is { Precision: DatePrecision.Day, From: { } agreed } && agreed > from && agreed <= today))
            from = from.AddDays(DaysOfWeek);
        if (chosen.Precision == DatePrecision.Month && candidate.Type == EntryType.Talks && candidate.Status is EntryStatus.Planned or EntryStatus.Proposed && (chosen.Text.Contains(EndOf, StringComparison.OrdinalIgnoreCase) || (chosen.Start > EndOf.Length && reading.Text.AsSpan(chosen.Start - EndOf.Length, EndOf.Length).Equals(EndOf, StringComparison.OrdinalIgnoreCase))))
            from = from.AddDays(LastThird);
        if (candidate.Type == EntryType.Ceasefire && TruceDays.IsMidnightBetween(reading.Tokens, chosen))
            (from, chosen) = (chosen.To ?? from, chosen with { From = chosen.To });
        candidate.Start = from;
        candidate.Precision = chosen.Precision;
        if (chosen.Precision == DatePrecision.Day && chosen.To is { } to && to > from && to.DayNumber - from.DayNumber < 60)
            candidate.End = to;
        CountBack(reading, candidate);
    }

    /// <summary>"the truce of July 1997 was breached", "broke the ceasefire signed in February": what becomes of it later has another day.</summary>
    private DateExpression? OwnDate(Reading reading, Candidate candidate)
    {
        var chunks = reading.Chunks;
        var at = candidate.At;
        if (candidate.Type != EntryType.Ceasefire || candidate.Status is EntryStatus.Agreed or EntryStatus.CalledFor or EntryStatus.Proposed or EntryStatus.UnderNegotiation or EntryStatus.Extended || chunks[at].Kind != ChunkKind.Noun || chunks[at].Event is null)
            return null;
        if (TruceDays.Age(reading, at, today) is { } aged)
            return aged;
        var from = TruceDays.Origin(reading, candidate);
        if (from < 0)
            return EffectDate(reading, candidate);
        var end = from;
        while (end < chunks.Count && end < from + 8 && (chunks[end].IsDate || chunks[end].Kind is ChunkKind.Preposition || (chunks[end].Kind == ChunkKind.Noun && chunks[end - 1].Kind == ChunkKind.Preposition && chunks[end].Event is null)))
            end++;
        if (end == from)
            return EffectDate(reading, candidate);
        var (start, stop) = (reading.Tokens[chunks[from].First].Start, reading.Tokens[chunks[end - 1].Last - 1].End);
        return Dates(reading, future: false).Find(d => d.From is not null && d.Start >= start && d.Start < stop) ?? EffectDate(reading, candidate);
    }

    /// <summary>"The truce, which took effect at noon on May 9, was never observed": since when it was to be.</summary>
    private DateExpression? EffectDate(Reading reading, Candidate candidate)
    {
        if (!StepDays.IsAfterStart(candidate))
            return null;
        var dates = Dates(reading, future: false);
        return dates.Find(d => d is { From: { } from, Precision: DatePrecision.Day } && from <= today && TruceDays.IsEffect(reading.Tokens, Array.FindIndex(reading.Tokens, t => t.Start >= d.Start)));
    }

    /// <summary>"ended three days of discussions on Thursday", "wound up a four-day visit": they began as many days before.</summary>
    private void CountBack(Reading reading, Candidate candidate)
    {
        var chunks = reading.Chunks;
        var chunk = chunks[candidate.At];
        if (candidate is not { Type: EntryType.Talks, Status: EntryStatus.Held or EntryStatus.Suspended, Precision: DatePrecision.Day, Start: { } last, End: null, Verb: >= 0 } || chunk.Kind != ChunkKind.Noun
            || chunks[candidate.Verb].Lemma is not ("end" or "conclude" or "finish" or "wrap up" or "close" or "break up" or "wind up" or "complete" or "come to an end" or "wound up"))
            return;
        var spell = candidate.At > 1 && chunks[candidate.At - 1].Head == "of" && chunks[candidate.At - 2].Head == "days" ? chunks[candidate.At - 2].First : chunk.First;
        for (var i = spell; i + 1 < chunk.Last; i++)
        {
            var unit = reading.Tokens[i + 1].Mark == Mark.Hyphen && i + 2 < chunk.Last ? i + 2 : i + 1;
            if (reading.Tokens[unit].Word?.Text is not ("day" or "days") || new DateWords(reading.Text, reading.Tokens, published, ahead: false, i).Value(i) is not (> 1 and < 15 and var days))
                continue;
            candidate.Start = last.AddDays(1 - days);
            candidate.End = last;
            return;
        }
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

    /// <summary>The sentence names no day: it goes on from the one before, or from the scene that is told.</summary>
    private void Inherit(Reading reading, Candidate candidate)
    {
        if (candidate is { Type: EntryType.Ceasefire, Status: EntryStatus.Agreed } ? reading.Chunks.Exists(c => c.Modal is "will" or "to") || !IsPlainlyAgreed(reading, candidate) : candidate is not { Type: EntryType.Talks, Status: EntryStatus.Held or EntryStatus.Suspended })
            return;

        // "On Sunday X and Y put off talks. They decided so in a phone call": the call has the day of the sentence that it goes on from.
        var follows = reading.Sentence.First == lastSentence;
        if (follows && candidate.Status == EntryStatus.Held && last is { } before && Told(before) is { } start
            && reading.Chunks.Exists(c => c.Event is not null && c.IsDefinite && !ReferenceEquals(c, reading.Chunks[candidate.At])) && candidate.Parties.TrueForAll(p => before.Parties.Exists(q => q.Same(p))))
        {
            candidate.Start = start;
            candidate.Precision = DatePrecision.Day;
            reading.Note(candidate.At, "the sentence goes on from the one before, and has its day", ExplanationStage.Date);
            return;
        }

        var told = follows && last is { Type: EntryType.Talks, Status: EntryStatus.Held or EntryStatus.Suspended, End: null } ? last.Start : null;
        if (Scene.Day(reading, candidate, number, told, Days, today) is not { } day)
            return;
        candidate.Start = day;
        candidate.Precision = DatePrecision.Day;
        reading.Note(candidate.At, "the day of the scene that the sentence goes on with", ExplanationStage.Date);
    }

    /// <summary>"LONDON, Jan 29 - ... The ministers, who met in London": what the first lines tell, without a day, of the town that they are dated from.</summary>
    public void SetByDateline(Reading reading, Candidate candidate, NameEntry? dateline)
    {
        if (candidate is not { Type: EntryType.Talks, Status: EntryStatus.Held, Start: null, Step: null, Place: { } place, Verb: >= 0 and var verb } || dateline is null || place.Name != dateline.Name || number > Lead || today is not { } day
            || reading.Chunks[verb] is not { Kind: ChunkKind.Verb, Past: true, Perfect: false, Modal: null } || Array.Exists(reading.Tokens, t => WordLists.OtherTimes.Has(t.Word?.Text)) || Dates(reading, future: false).Count > 0)
            return;
        candidate.Start = day;
        candidate.Precision = DatePrecision.Day;
        reading.Note(candidate.At, "news of the town that the text is dated from: of the day of the dateline", ExplanationStage.Date);
    }

    /// <summary>"The two sides agreed to a truce", "They signed a ceasefire": done on the day that the sentences before tell of.</summary>
    private static bool IsPlainlyAgreed(Reading reading, Candidate candidate) =>
        candidate.Verb >= 0 && candidate.Verb < candidate.At && candidate.Parties.Count > 1 && reading.Chunks[candidate.Verb] is { Kind: ChunkKind.Verb, Past: true, Finite: true, Modal: null, Perfect: false, Lemma: "agree" or "agree to" or "agree on" or "sign" or "conclude" or "reach" or "seal" or "initial" };

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
        if (StepDays.IsStep(reading, candidate, date, position, today))
        {
            candidate.Step = date.To;
            return 2000;
        }


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
                if (WordLists.Telling.Has(chunks[j].Lemma) && !fresh && !IsOfEvent(chunks, candidate.At, position) && !LeadsTo(chunks, position, candidate.At) && !IsJustDone(reading, candidate) && !(candidate.Type == EntryType.Ceasefire && candidate.Status != EntryStatus.Extended && chunks[j].Lemma is "announce"))
                    cost += 2000;
                else if (chunks[j].Lemma is "expire" or "lapse" && candidate.Status is EntryStatus.Extended or EntryStatus.Rejected)
                    cost += 2000;
                else if (candidate.Status is EntryStatus.Planned or EntryStatus.Proposed && j < candidate.At && j + 3 >= position && knowledge.Attitudes.ContainsKey(chunks[j].Lemma) && position < candidate.At && !chunks[j].Passive)
                    cost += 200;
                break;
            }
        }

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
