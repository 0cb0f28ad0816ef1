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

    private readonly NearestDay nearest = new(knowledge, today);
    private Candidate? last;
    private int lastSentence;
    private int number;
    private ArticleDays? days;

    // Of the sentence that was asked for last.
    private Reading? dated;
    private List<DateExpression>? plainDays;
    private List<DateExpression>? futureDays;

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
        LongTalks.CountOrdinal(reading, candidate, today);
        LongTalks.CountSpell(reading, candidate, today);
        Spells.Count(reading, candidate, today);
        NextSessions.Join(reading, candidate, today);
        LongTalks.CountBehind(candidate, sentence < readings.Count ? readings[sentence] : null, today);
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
            if (candidate.Status == EntryStatus.CalledFor)
                candidate.Step = today;
            reading.Note(candidate.At, "the day that the text gives the truce itself (\"the truce of June 1\", \"signed in May\")", ExplanationStage.Date);
            return;
        }

        if (candidate.Type == EntryType.Ceasefire && candidate.Status is EntryStatus.CalledFor or EntryStatus.Proposed or EntryStatus.Violated or EntryStatus.Rejected or EntryStatus.Suspended or EntryStatus.Collapsed && !(candidate.Status == EntryStatus.Collapsed && TruceDays.IsHoursOld(reading.Tokens)))
        {
            reading.Note(candidate.At, candidate.Status is EntryStatus.Collapsed or EntryStatus.Suspended ? "none: the day on which a truce ended is not its first" : "none: the day of a call, an offer, a breach or a refusal is not the truce's", ExplanationStage.Date);
            return;
        }

        if (candidate is { Status: EntryStatus.Cancelled, Verb: >= 0 and var unreal } && candidate.Type == EntryType.Talks && Circumstance.IsUnreal(reading, reading.Chunks[unreal]) && unreal < candidate.At)
        {
            reading.Note(candidate.At, "none: the sentence tells the day of what came instead", ExplanationStage.Date);
            return;
        }

        var told = reading.Chunks[candidate.At];
        var future = (candidate.Status is EntryStatus.Planned && !(told.Kind == ChunkKind.Verb && told.Past && told.Modal is null && told.Finite)) || (candidate.Type == EntryType.Ceasefire && candidate.Status == EntryStatus.Agreed && !(told is { Kind: ChunkKind.Verb, Past: true, Modal: null, Finite: true }) && reading.Chunks.Exists(c => c.Modal is "will" or "to"));
        // "The treaty provides for a ceasefire from Tuesday": what is agreed in the present is to come.
        future |= candidate is { Type: EntryType.Ceasefire, Status: EntryStatus.Agreed, Verb: >= 0 and var agrees } && reading.Chunks[agrees] is { Kind: ChunkKind.Verb, Finite: true, Past: false, Perfect: false, Passive: false, Modal: null };
        future |= candidate.Type == EntryType.Talks && candidate.Status is EntryStatus.Cancelled or EntryStatus.Postponed && reading.Chunks.Exists(c => c.Modal == "to" || c is { Kind: ChunkKind.Predicate, Head: "due" });
        future &= !(candidate.Reach > candidate.At && reading.Chunks[candidate.Reach] is { Kind: ChunkKind.Verb, Perfect: true, Past: true, Passive: true } set && reading.Tokens[set.First].Is("had"));
        future &= !SlippedPlans.Is(reading, candidate) && !RelativeDays.LeadsToClause(reading.Tokens);
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

        dates.RemoveAll(d => IsOfAnother(reading, candidate, d));
        if (dates.Count == 0)
        {
            if (!TakenUp.SetDay(reading, candidate))
                Inherit(reading, candidate);
            LongTalks.CountBack(reading, candidate, published);
            return;
        }

        var chosen = nearest.Of(reading, candidate, dates);
        if (chosen is null && TruceSteps.Aftermath(reading, candidate, dates, today) is { } aftermath)
        {
            (candidate.Start, candidate.Precision) = (aftermath.From, DatePrecision.Week);
            reading.Note(candidate.At, "about the day of what it came after", ExplanationStage.Date);
            return;
        }

        if (chosen is not null && TruceSteps.IsWatched(reading, candidate, chosen, today))
        {
            candidate.Step = chosen.To;
            reading.Note(candidate.At, "none: a day on which it held is not its first", ExplanationStage.Date);
            return;
        }

        reading.Note(candidate.At, chosen is null ? "none: each day that the sentence names is another verb's or event's" : "the day nearest to it that is no other verb's or event's", ExplanationStage.Date);
        if (chosen is { Precision: DatePrecision.Year } && dates.FindAll(d => d.Precision < DatePrecision.Year && d.From >= chosen.From && d.To <= chosen.To) is [var finer])
            chosen = finer;
        if (chosen?.From is not { } from)
            return;
        // "had suggested in a broadcast on Saturday that": what is offered is not past.
        if (candidate is { Type: EntryType.Talks, Status: EntryStatus.Proposed } && chosen.Precision == DatePrecision.Day && from < today && Circumstance.IsSuggested(reading, candidate.Verb))
            return;
        candidate.Date = chosen;

        if (from <= today && TruceSteps.IsUpheld(reading, candidate) && !TruceDays.IsEffect(reading.Tokens, Array.FindIndex(reading.Tokens, t => t.Start >= chosen.Start)))
        {
            (candidate.Step, candidate.Date) = (chosen.To, null);
            reading.Note(candidate.At, "none: the day on which it was promised to keep what stands", ExplanationStage.Date);
            return;
        }

        if (from <= today && TruceClauses.IsTakenUp(reading, candidate, knowledge))
        {
            (candidate.Step, candidate.Date) = (chosen.To, null);
            reading.Note(candidate.At, "none: the day on which one side took up the plan for it", ExplanationStage.Date);
            return;
        }

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
            && dates.Exists(d => d is { Precision: DatePrecision.Day, From: { } agreed } && agreed > from && agreed <= today) && !TruceClauses.IsSigned(reading, candidate, chosen))
            from = from.AddDays(DaysOfWeek);
        if (chosen.Precision == DatePrecision.Month && candidate.Type == EntryType.Talks && (candidate.Status is EntryStatus.Planned or EntryStatus.Proposed || SlippedPlans.Is(reading, candidate)) && (chosen.Text.Contains(EndOf, StringComparison.OrdinalIgnoreCase) || (chosen.Start > EndOf.Length && reading.Text.AsSpan(chosen.Start - EndOf.Length, EndOf.Length).Equals(EndOf, StringComparison.OrdinalIgnoreCase))))
            from = from.AddDays(LastThird);
        if (candidate.Type == EntryType.Ceasefire && TruceDays.IsMidnightBetween(reading.Tokens, chosen))
            (from, chosen) = (chosen.To ?? from, chosen with { From = chosen.To });
        (candidate.Start, candidate.Precision) = (from, chosen.Precision);
        if (chosen.Precision == DatePrecision.Day && chosen.To is { } to && to > from && to.DayNumber - from.DayNumber < 60)
            candidate.End = to;
        LongTalks.CountBack(reading, candidate, published);
        LongTalks.CountOn(reading, candidate, published);
        if (LongTalks.BeganYesterday(reading, candidate, readings, number, today))
        {
            candidate.Start = candidate.Start!.Value.AddDays(-1);
            reading.Note(candidate.At, "they lasted longer than the day was old", ExplanationStage.Date);
        }
    }

    /// <summary>
    /// "have concluded a round and will meet again on April 12": what is over has no day to come. "The first time since December 1994", "the biggest
    /// since 1996": since when there was none, or none like it.
    /// </summary>
    private bool IsOfAnother(Reading reading, Candidate candidate, DateExpression date)
    {
        if (candidate.Type == EntryType.Ceasefire)
            return TruceClauses.IsOfOther(reading, candidate, date) || (ForeignDays.Position(reading, date) is > 0 and var behind && behind > candidate.At && ForeignDays.IsDeadline(reading, candidate, date, behind));
        if (candidate.Type == EntryType.Talks && ForeignDays.Hold(reading, candidate, date, today))
            return true;
        if (candidate is not { Type: EntryType.Talks, Status: EntryStatus.Held or EntryStatus.Suspended or EntryStatus.Planned or EntryStatus.Cancelled or EntryStatus.Postponed })
            return false;
        if (candidate.Status is EntryStatus.Held or EntryStatus.Suspended && date.From > today)
            return true;
        // "in imitation of Dayton, where they were shut up in 1995": what is to come was in no year that is over.
        if (candidate.Status == EntryStatus.Planned && date is { Precision: DatePrecision.Year, To: { } over } && over < today)
            return true;
        return candidate.Status != EntryStatus.Suspended && date.From < today && SinceClauses.Hold(reading, candidate, Array.FindIndex(reading.Tokens, t => t.Start >= date.Start));
    }

    /// <summary>"the truce of July 1997 was breached", "broke the ceasefire signed in February": what becomes of it later has another day.</summary>
    private DateExpression? OwnDate(Reading reading, Candidate candidate)
    {
        var chunks = reading.Chunks;
        var at = candidate.At;
        if (candidate is { Type: EntryType.Ceasefire, Status: EntryStatus.CalledFor } && KeptSince(reading, candidate) is { } kept)
            return kept;
        if (candidate is { Type: EntryType.Ceasefire, Status: EntryStatus.Agreed } && (KeptSince(reading, candidate) ?? SignedThen(reading, candidate)) is { } signed)
            return signed;
        if (candidate.Type != EntryType.Ceasefire || candidate.Status is EntryStatus.Agreed or EntryStatus.CalledFor or EntryStatus.Proposed or EntryStatus.UnderNegotiation || (candidate.Status == EntryStatus.Extended && !(at + 2 < chunks.Count && chunks[at + 1].Head == "of" && chunks[at + 2].IsDate)) || chunks[at].Kind != ChunkKind.Noun || chunks[at].Event is null)
            return null;
        if (TruceDays.Age(reading, at, today) is { } aged)
            return aged;
        if (TruceSteps.MayBeSignedBefore(reading, candidate) && TruceSteps.SignedBefore(reading, candidate, Dates(reading, future: false).Find(d => d is { Precision: DatePrecision.Day, From: { } day } && day <= today)?.From ?? today) is { } counted)
            return counted;
        if (TruceDays.OfMonth(reading, at, today) is { } ofMonth)
            return ofMonth;
        if (TruceDays.Lasted(chunks, at) is > 0 and var lasted)
            return FirstBehind(reading, lasted, lasted + 1);
        var from = TruceDays.Origin(reading, candidate);
        if (from < 0)
            return EffectDate(reading, candidate);
        var end = from;
        while (end < chunks.Count && end < from + 8 && (chunks[end].IsDate || chunks[end].Kind is ChunkKind.Preposition || (chunks[end].Kind == ChunkKind.Noun && chunks[end - 1].Kind == ChunkKind.Preposition && chunks[end].Event is null)))
            end++;
        if (end == from)
            return EffectDate(reading, candidate);
        return FirstBehind(reading, from, end) ?? EffectDate(reading, candidate);
    }

    /// <summary>The first day that the chunks from the one to before the other name.</summary>
    private DateExpression? FirstBehind(Reading reading, int from, int end)
    {
        var (start, stop) = (reading.Tokens[reading.Chunks[from].First].Start, reading.Tokens[reading.Chunks[end - 1].Last - 1].End);
        return Dates(reading, future: false).Find(d => d.From is not null && d.Start >= start && d.Start < stop);
    }

    /// <summary>"wants the ceasefire signed in Minsk on September 5 carried out": the truce that stands is to be kept; null where one is wished for.</summary>
    private DateExpression? KeptSince(Reading reading, Candidate candidate)
    {
        var chunks = reading.Chunks;
        if (candidate.At + 2 >= chunks.Count || !chunks[candidate.At].IsDefinite || chunks[candidate.At + 1] is not { Kind: ChunkKind.Verb } made || made.Last - made.First != 1 || !WordLists.Founding.Has(made.Lemma) || !reading.Tokens[made.First].Is(WordClass.Participle))
            return null;
        return Dates(reading, future: false).Find(d => d.From <= today && d.Start > reading.Tokens[made.First].Start);
    }

    /// <summary>"The truce that both signed in Geneva on May 7 has brought calm since June": of the day in its own clause.</summary>
    private DateExpression? SignedThen(Reading reading, Candidate candidate)
    {
        if (TruceSteps.Signed(reading, candidate.At) is not (> 0 and var from))
            return null;
        var end = reading.Chunks.FindIndex(from, static c => c.Kind is ChunkKind.Verb or ChunkKind.Break);
        return end > from && FirstBehind(reading, from, end) is { } day && day.From <= today && !Dates(reading, future: false).Exists(d => TruceDays.IsEffect(reading.Tokens, Array.FindIndex(reading.Tokens, t => t.Start >= d.Start))) ? day : null;
    }

    /// <summary>"The truce, which took effect at noon on May 9, was never observed": since when it was to be.</summary>
    private DateExpression? EffectDate(Reading reading, Candidate candidate)
    {
        if (!StepDays.IsAfterStart(candidate))
            return null;
        var dates = Dates(reading, future: false);
        return dates.Find(d => d is { From: { } from, Precision: DatePrecision.Day } && from <= today && TruceDays.IsEffect(reading.Tokens, Array.FindIndex(reading.Tokens, t => t.Start >= d.Start)));
    }

    /// <summary>The days that the sentence names, in a list of the caller's own; several of its events ask for them, and each more than once.</summary>
    private List<DateExpression> Dates(Reading reading, bool future)
    {
        if (!ReferenceEquals(dated, reading))
            (dated, plainDays, futureDays) = (reading, null, null);
        ref var days = ref future ? ref futureDays : ref plainDays;
        if (days is null)
        {
            days = DateFinder.Find(reading.Text, reading.Tokens, today, future);
            RelativeDays.Add(reading.Text, reading.Tokens, () => Days.LastDay(number), days);
        }

        return [.. days];
    }

    /// <summary>"His remarks came a day after X met Y": counted from the day of the remarks.</summary>
    private bool DayAfter(Reading reading, Candidate candidate)
    {
        var chunks = reading.Chunks;
        for (var j = 1; j + 1 < chunks.Count && j < candidate.At; j++)
        {
            if (!chunks[j].IsDate || chunks[j + 1].Head is not ("after" or "before") || chunks[j].Head is not ("day" or "days" or "hours" or "week" or "weeks" or "fortnight") || chunks[j - 1].Kind != ChunkKind.Verb || chunks[j - 1].Lemma is not ("come" or "be" or "follow" or "arrive"))
                continue;
            if ((Days.Spoken(number) ?? today) is not { } anchor)
                return true;
            var weeks = chunks[j].Head is "week" or "weeks" or "fortnight";
            var count = chunks[j].Head == "hours" ? 0 : chunks[j].Head == "fortnight" ? 2 : reading.Tokens[chunks[j].First].Word?.Text switch { "two" => 2, "three" => 3, "four" => 4, "five" => 5, _ => 1 };
            candidate.Start = anchor.AddDays((chunks[j + 1].Head == "after" ? -count : count) * (weeks ? DaysOfWeek : 1));
            candidate.Precision = weeks ? DatePrecision.Week : DatePrecision.Day;
            return true;
        }

        return false;
    }

    /// <summary>The sentence names no day: it goes on from the one before, or from the scene that is told.</summary>
    private void Inherit(Reading reading, Candidate candidate)
    {
        if (candidate is { Type: EntryType.Ceasefire, Status: EntryStatus.Agreed } ? reading.Chunks.Exists(c => c.Modal is "will" or "to") || !IsPlainlyAgreed(reading, candidate) : candidate is not { Type: EntryType.Talks, Status: EntryStatus.Held or EntryStatus.Suspended } && !(candidate is { Type: EntryType.Talks, Status: EntryStatus.UnderWay } && Scene.IsNext(reading)))
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
}
