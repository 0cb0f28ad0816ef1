using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>Gives each candidate its date, place and background, and drops those that are about something else.</summary>
internal sealed class Settling(Knowledge knowledge, ArticleMemory memory, List<Reading> readings, DateOnly? published, DateOnly? today)
{
    private const int WindowDays = 7;

    /// <summary>Sentences, a headline among them, that tell the news itself.</summary>
    private const int Lead = 3;

    /// <summary>A visit whose arrival lies further back is over.</summary>
    private const int VisitDays = 3;

    /// <summary>Of a visit of a month the text names no day: after so many days it is over.</summary>
    private const int LongestPeriodDays = 31;

    private readonly Dictionary<string, int> countries = new(StringComparer.Ordinal);

    // Made for the first sentence that tells of something: most articles have none.
    private EventDates? dates;
    private EventTopics? topics;
    private int sentences;

    // The article has told of a ceasefire of named sides: "the truce" is that one, and no figure of speech.
    private bool truce;

    public void Apply(Reading reading, List<Candidate> candidates, string? sign)
    {
        sentences++;
        foreach (var name in reading.Names)
        {
            if (name.Entry.Country is { } country)
                countries[country] = countries.GetValueOrDefault(country) + 1;
        }

        if (candidates.Count > 0)
            Settle(reading, candidates, sign);
        dates?.Leave(reading, candidates);
    }

    /// <summary>The day that one sentence tells of a truce, or of the end of the fire, is that of the others.</summary>
    public void ShareDays(List<Candidate> joined)
    {
        TruceDays.Share(joined, published);
        TalksDays.Share(joined);
        QuietDays.Share(joined, readings, today);
    }

    /// <summary>What the article as a whole is about.</summary>
    public void ShareTopics(List<Candidate> joined) => topics?.SetByArticle(joined);

    /// <summary>Reads the days of the sentences that nothing asked for.</summary>
    public void ReadRest() => Dates.ReadRest();

    private void Settle(Reading reading, List<Candidate> candidates, string? sign)
    {
        candidates.RemoveAll(c =>
            Dropped(reading, c, Relevance.IsOfBank(reading, c), "a bank's talks on loans (Ruling 9)")
            || Dropped(reading, c, Relevance.IsElsewhere(c, sign), Relevance.Elsewhere(sign))
            || Dropped(reading, c, Relevance.IsFigureOfSpeech(reading, c) && !memory.Sides.AtWar && !memory.Sides.Pair.Any(p => p.Id != p.Country) && !War && !truce, "a figure of speech: no party is named, and no war is spoken of")
            || Dropped(reading, c, Relevance.IsGeneral(reading, c), "said of truces in general: of nobody named"));
        foreach (var candidate in candidates)
        {
            Papers.Settle(reading, candidate, knowledge);
            Presiding.SettleRound(reading, candidate, memory.Sides);
            EventSides.AddOwner(reading, candidate, memory);
            EventSides.Add(reading, candidate, memory, War);
            EventSides.NameFighters(reading, candidate, knowledge, countries, memory.Sides);
            SlippedPlans.Settle(reading, candidate);
            if (!TakenUp.SettleTime(reading, candidate, memory))
                Dates.Set(reading, candidate, sentences);
            Presiding.Leave(reading, candidate, memory.Sides);
            TakenUp.SetDay(reading, candidate);
            SetAhead(reading, candidate);
            EventPlaces.Set(reading, candidate, knowledge, readings, sentences);
            EventSides.AddVisited(reading, candidate, knowledge);
            EventPlaces.SetByDateline(reading, candidate, memory.Dateline, sentences, published);
            Dates.SetByDateline(reading, candidate, memory.Dateline);
            if (candidate is { Kind: EntryKind.Visit, Status: EntryStatus.UnderWay, Start: { } arrival } && published is { } now && IsOver(reading, candidate, candidate.End ?? arrival, now))
            {
                candidate.Status = EntryStatus.Held;
                reading.Note(candidate.At, "the arrival is days ago: the visit is over", ExplanationStage.Status);
            }

            if (candidate is { Type: EntryType.Talks, Kind: EntryKind.Meeting, Parties.Count: 2 } && memory.Sides.Pair.Count == 2 && (memory.Sides.AtWar || memory.Sides.OfOneCountry is not null) && candidate.Parties.TrueForAll(p => p.IsIn(memory.Sides.Pair))
                && reading.Chunks[candidate.At] is { Kind: ChunkKind.Noun, Head: "talks" or "session" or "sessions" or "discussions" or "round" })
            {
                candidate.Kind = EntryKind.Negotiation;
                reading.Note(candidate.At, "talks of the two sides of a war: they negotiate", ExplanationStage.Status);
            }

            SetBackground(candidate);
            candidate.Background |= sentences > Lead && TruceSteps.IsAfterEvent(reading, candidate);
            TakeUp(candidate);
            if ((candidate is { Type: EntryType.Talks, Status: EntryStatus.Planned } && HadBeenDue(reading, candidate.At)) || TakenUp.HasComeAbout(candidate) || SlippedPlans.Is(reading, candidate))
                candidate.Background = true;
            Topics.Set(reading, candidate);
        }

        candidates.RemoveAll(c =>
            Dropped(reading, c, Relevance.IsDomestic(c), c.Parties.Count == 0 ? "no party is named" : "no party is known: a domestic matter, as far as the text tells")
            || Dropped(reading, c, Relevance.IsHistory(c, published), "an armistice of long ago, told as history"));
        foreach (var candidate in candidates)
        {
            if (candidate is { Type: EntryType.Talks, EarlierOf: null, Parties.Count: > 1 })
                memory.Told.Add((candidate, sentences));
        }

        truce |= candidates.Exists(c => c.Type == EntryType.Ceasefire && (c.Parties.Count(p => p.Known) > 1 || c.Start is not null && c.Callers.Exists(p => p.Known)));
    }

    /// <summary>"arrived on Sunday" may go on for days; "went to Seoul on Sunday", told on Tuesday, is over, and so is what one went there for months ago.</summary>
    private static bool IsOver(Reading reading, Candidate visit, DateOnly last, DateOnly now)
    {
        var went = visit.Verb >= 0 && reading.Chunks[visit.Verb] is { Kind: ChunkKind.Verb, Past: true, Lemma: "go" or "come" or "travel" };
        var days = visit.Precision == DatePrecision.Day ? went ? 0 : VisitDays : went ? LongestPeriodDays : int.MaxValue;
        return now.DayNumber - last.DayNumber > days;
    }

    /// <summary>"The next round opens in Oslo on May 9": what begins on a day to come has not begun.</summary>
    private void SetAhead(Reading reading, Candidate candidate)
    {
        if (candidate is { Type: EntryType.Ceasefire, Status: EntryStatus.InForce, Precision: DatePrecision.Day, Start: { } begins } && begins > published
            && !(candidate.Verb >= 0 && reading.Chunks[candidate.Verb] is { Kind: ChunkKind.Verb } effect && ((effect.Past && effect.Finite) || WordLists.Holding.Has(effect.Lemma))))
        {
            candidate.Status = EntryStatus.Agreed;
            reading.Note(candidate.At, "its first day is still to come", ExplanationStage.Status);
        }

        if (candidate is not { Type: EntryType.Talks, Status: EntryStatus.UnderWay, Precision: DatePrecision.Day, Start: { } day } || !(day > published)
            || (candidate.Verb >= 0 && reading.Chunks[candidate.Verb].Progressive))
            return;
        candidate.Status = EntryStatus.Planned;
        reading.Note(candidate.At, "its day is still to come", ExplanationStage.Status);
    }

    private static bool Dropped(Reading reading, Candidate candidate, bool drop, string reason)
    {
        if (drop)
            reading.Note(candidate.At, reason);
        return drop;
    }

    /// <summary>"Negotiators had been due to leave on Monday": it was planned, and something has come between.</summary>
    private static bool HadBeenDue(Reading reading, int at) =>
        at > 1 && reading.Chunks[at - 1] is { Kind: ChunkKind.Predicate, Head: "due" or "expected" } && reading.Chunks[at - 2] is { Kind: ChunkKind.Verb } had && reading.Tokens[had.First].Is("had") && reading.Tokens[had.Last - 1].Is("been");

    private void SetBackground(Candidate candidate)
    {
        if (published is { } now && (candidate.Start ?? candidate.Step) is { } start)
        {
            var own = candidate.End ?? candidate.Precision switch
            {
                DatePrecision.Week => start.AddDays(6),
                DatePrecision.Month when candidate.Status == EntryStatus.Planned => start.AddMonths(1).AddDays(-1),
                _ => start,
            };
            var last = candidate.Step > own ? candidate.Step.Value : own;

            // "The peace talks are going on", however long ago they began.
            var goesOn = candidate is { Type: EntryType.Talks, Status: EntryStatus.UnderWay, Verb: >= 0 and var verb } && candidate.Reading.Chunks[verb] is { Kind: ChunkKind.Verb, Past: false, Modal: null };
            candidate.Background = last.DayNumber < now.DayNumber - WindowDays && !goesOn;
            if (candidate.Background)
                candidate.Reading.Note(candidate.At, "its day is more than a week before the text's: context, no news", ExplanationStage.Background);
        }
    }

    /// <summary>"A truce reached in 1991 lasted a year. It came apart when": the same, with its day, and as long past.</summary>
    private static void TakeUp(Candidate candidate)
    {
        if (candidate is not { Type: EntryType.Ceasefire, Start: null, Again: { Type: EntryType.Ceasefire, Start: { } start } told })
            return;
        (candidate.Start, candidate.Precision, candidate.Background) = (start, told.Precision, candidate.Background || (candidate.Step is null && told.Background));
        candidate.Reading.Note(candidate.At, "the truce of the sentence before, which the pronoun takes up", ExplanationStage.Date);
    }

    private EventTopics Topics => topics ??= new EventTopics(knowledge, memory, countries);

    private EventDates Dates => dates ??= new EventDates(knowledge, readings, published, today);

    /// <summary>The sentence before tells of armed men.</summary>
    private bool War => sentences > 1 && Array.Exists(readings[sentences - 2].Tokens, t => t.Word is { IsOfWar: true });
}
