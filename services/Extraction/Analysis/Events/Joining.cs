using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>One event told twice is one mention (Ruling 1): within a sentence, then within the article.</summary>
internal static class Joining
{
    /// <summary>Between the signing of a ceasefire and its first day, at most.</summary>
    private const int DaysToEffect = 10;

    public static List<Candidate> WithinSentence(List<Candidate> candidates)
    {
        if (candidates.Count < 2)
            return candidates;
        var kept = new List<Candidate>();
        foreach (var candidate in candidates)
        {
            var same = kept.Find(k => k.Type == candidate.Type && SameForm(k, candidate) && Compatible(k, candidate) && !Apart(k, candidate));
            if (same is null)
            {
                kept.Add(candidate);
                continue;
            }

            kept[kept.IndexOf(same)] = Fold(same, candidate, sameSentence: true);
        }

        return kept;
    }

    /// <summary>Talks with their own day, each: "followed the consultations of July 21"; or one put off while others go on.</summary>
    private static bool Apart(Candidate a, Candidate b)
    {
        if (a.EarlierOf is not null || b.EarlierOf is not null)
            return true;
        // "met on Monday to discuss a border": one day, whichever of the two it is asked for.
        var ofOneDay = a.Date is { } day && day.Start == b.Date?.Start && (a.Reading.Chunks[a.At].Infinitive || b.Reading.Chunks[b.At].Infinitive);
        if (!ofOneDay && a.Start is { } x && b.Start is { } y && x != y && a.Precision == DatePrecision.Day && b.Precision == DatePrecision.Day && a.At != b.At && a.Parties.Count > 1 && b.Parties.Count > 1)
            return true;
        if (TalksAhead.AreNext(a, b) || TalksAhead.AreNext(b, a))
            return true;
        if (a.Type == EntryType.Talks && a.Status != b.Status && a.At != b.At && IsGathering(a) != IsGathering(b) && Rank(a) == 5 && Rank(b) == 5)
            return true;
        if (a.Type != EntryType.Talks || (Rank(a) == 5) == (Rank(b) == 5) || a.At == b.At || a.Status == EntryStatus.Rejected || b.Status == EntryStatus.Rejected)
            return false;
        var (undone, other) = Rank(a) == 5 ? (a, b) : (b, a);
        if (undone.Parties.Count == 0 && undone.Start is not null)
            undone.AddParties(other.Parties);
        return undone.Start is not null && other.Start is null && other.Status is EntryStatus.UnderWay;
    }

    /// <summary>Days over which a summit goes on, at most.</summary>
    private const int SummitDays = 3;

    /// <summary>"The summit began today ... a longer session is scheduled for Wednesday": part of it.</summary>
    private static bool IsSessionOf(List<Candidate> told, Candidate candidate) =>
        candidate.Type == EntryType.Talks && candidate.Reading.Chunks[candidate.At].Head is "session" or "sitting" && candidate.Start is { } day
        && told.Exists(k => k is { Kind: EntryKind.Summit, Status: EntryStatus.UnderWay, Start: { } opened } && opened < day && day.DayNumber - opened.DayNumber <= SummitDays && Compatible(k, candidate));

    /// <summary>A conference that is stayed away from is not the talks that are broken off.</summary>
    private static bool IsGathering(Candidate candidate) => candidate.Kind is EntryKind.Conference or EntryKind.Summit or EntryKind.Visit;

    /// <summary>"his talk with Lavrov", told again without a day, is the call told before.</summary>
    private static bool SameFormLoosely(Candidate a, Candidate b) =>
        SameForm(a, b) || (a.Status == b.Status && a.Kind is EntryKind.Meeting or EntryKind.Call && b.Kind is EntryKind.Meeting or EntryKind.Call && (a.Kind == EntryKind.Meeting ? a : b).Start is null && a.Parties.Count > 1 && b.Parties.Count > 1);

    /// <param name="candidates">The events of the article, in the order in which it tells them.</param>
    /// <param name="today">What "today" means in the text.</param>
    public static List<Candidate> WithinArticle(List<Candidate> candidates, DateOnly? today) => candidates.Count < 2 ? candidates : Several(candidates, today);

    private static List<Candidate> Several(List<Candidate> candidates, DateOnly? today)
    {
        var kept = new ToldEvents(DaysToEffect);
        Func<Candidate, Candidate, bool> isOne = (told, other) => !TalksAhead.AreToCome(told, other, today) && !TalksAhead.AreToCome(other, told, today) && SameEvent(told, other);
        foreach (var candidate in candidates)
        {
            if (IsSessionOf(kept.All, candidate))
            {
                candidate.Reading.Note(candidate.At, "a session of the summit that is under way", ExplanationStage.Joining);
                continue;
            }

            var at = kept.FindLast(candidate, isOne);
            if (at < 0)
            {
                kept.Add(candidate);
                continue;
            }

            var same = kept.All[at];
            if (same.Status == candidate.Status || Rank(candidate) <= Rank(same) || IsOpening(same, candidate) || IsKept(same))
            {
                kept.Replace(at, Fold(same, candidate, sameSentence: false));
            }
            else
            {
                // A later step of the same event: the earlier one joins the history as background.
                if (IsSurelyOne(same, candidate))
                {
                    same.Background = true;
                    same.Reading.Note(same.At, "a later step of the same event is told further on: this one joins its history as background", ExplanationStage.Joining);
                }

                candidate.AddParties(same.Parties);
                candidate.Start ??= same.Start;
                candidate.Precision ??= same.Precision;
                candidate.End ??= same.End;
                candidate.Place ??= same.Place;
                kept.Add(candidate);
            }
        }

        return kept.All;
    }

    /// <summary>A wish or a plan, and what came of it, of the same parties and, where both have one, on the same day. Anything else told first is the news, and what is told further on may be another round.</summary>
    private static bool IsSurelyOne(Candidate told, Candidate later) =>
        Rank(told) <= 2 && told.Parties.Count == later.Parties.Count && told.Parties.TrueForAll(p => p.IsIn(later.Parties)) && (told.Start is null || later.Start is null || told.Start == later.Start);

    /// <summary>What is dear to ask comes last.</summary>
    private static bool SameEvent(Candidate told, Candidate candidate) =>
        told.EarlierOf is null && candidate.EarlierOf is null && !IsVisitBeside(told, candidate) && told.Type == candidate.Type && !IsOwnBeside(told, candidate) && !IsOwnBeside(candidate, told) && TruceDays.IsPrevious(told) == TruceDays.IsPrevious(candidate) && (told.Background == candidate.Background || IsAcceptanceOf(told, candidate)) && SameDay(told, candidate) && SameFormLoosely(told, candidate) && SamePlace(told, candidate) && SameStage(told, candidate) && Compatible(told, candidate);

    /// <summary>"A accepted the call for it last month": a step to the truce that both have now agreed to.</summary>
    private static bool IsAcceptanceOf(Candidate told, Candidate candidate) =>
        told is { Type: EntryType.Ceasefire, Status: EntryStatus.Agreed, Background: false, Parties.Count: > 1 } && candidate is { Status: EntryStatus.Agreed, Start: null, Step: not null, Parties.Count: 1 };

    /// <summary>A summit of four that broke up, and the visit of one to another that was called off over it.</summary>
    private static bool IsVisitBeside(Candidate a, Candidate b) =>
        a.Type == EntryType.Talks && (a.Kind == EntryKind.Visit) != (b.Kind == EntryKind.Visit) && (a.Kind is EntryKind.Summit or EntryKind.Conference || b.Kind is EntryKind.Summit or EntryKind.Conference) && a.Parties.Count > 1 && b.Parties.Count > 1 && a.Parties.Count != b.Parties.Count;

    /// <summary>One side's own truce, and the one that both are offered.</summary>
    private static bool IsOwnBeside(Candidate own, Candidate offered) =>
        own is { Unilateral: true, Status: EntryStatus.Agreed } && offered is { Unilateral: false, Status: EntryStatus.Proposed or EntryStatus.CalledFor or EntryStatus.UnderNegotiation };

    private static bool SameForm(Candidate a, Candidate b) =>
        a.Type == EntryType.Ceasefire || (a.Kind == EntryKind.Call) == (b.Kind == EntryKind.Call);

    private static bool Compatible(Candidate a, Candidate b)
    {
        if (a.Parties.Count == 0 || b.Parties.Count == 0)
            return a.Type == EntryType.Ceasefire || a.Anaphoric || b.Anaphoric || a.Parties.Count + b.Parties.Count > 0;
        var (small, large) = a.Parties.Count <= b.Parties.Count ? (a.Parties, b.Parties) : (b.Parties, a.Parties);
        var one = a.Type == EntryType.Ceasefire;
        foreach (var party in small)
        {
            if (party.IsIn(large) == one)
                return one;
        }

        return !one;
    }

    /// <summary>Different steps are of one event only where the text says so: one day, "the talks", or a step that undoes another.</summary>
    private static bool SameStage(Candidate a, Candidate b) =>
        a.Status == b.Status || (a.Start is not null && a.Start == b.Start) || (a.Type == EntryType.Ceasefire ? SameCeasefire(a, b) : SameTalks(a, b));

    private static bool SameCeasefire(Candidate a, Candidate b) =>
        (a.Parties.Count > 0 && b.Parties.Count > 0) || (b.Anaphoric && (a.Start is not null || a.Status is not (EntryStatus.CalledFor or EntryStatus.Proposed)));

    private static bool SameTalks(Candidate a, Candidate b) =>
        !IsNext(a, b) && (b.Anaphoric || IsOpening(a, b) || ((Rank(a) == 5) != (Rank(b) == 5) && (Rank(a) == 5 ? b : a).Status is EntryStatus.Planned or EntryStatus.Proposed) || a.Status == EntryStatus.Proposed || b.Status == EntryStatus.Proposed);

    /// <summary>"The talks have been resumed. Delegates of the three met this morning in a tent": the next sentence tells of the sitting with which they were.</summary>
    private static bool IsOpening(Candidate told, Candidate sitting) =>
        told is { Type: EntryType.Talks, Status: EntryStatus.UnderWay, Start: null, Parties.Count: > 1, Verb: >= 0 and var verb } && sitting is { Status: EntryStatus.Held, Precision: DatePrecision.Day, Background: false, Parties.Count: > 1 } && sitting.Reading.Chunks[sitting.At].Kind == ChunkKind.Verb
        && told.Reading.Sentence.Last == sitting.Reading.Sentence.First && told.Reading.Chunks[verb] is { Lemma: "resume" or "begin" or "open" or "start" or "reopen" or "restart" } && told.Parties.TrueForAll(p => p.IsIn(sitting.Parties));

    /// <summary>"The talks ended on Friday. The next round would be held in May", "They would meet again": another one.</summary>
    private static bool IsNext(Candidate over, Candidate coming)
    {
        if (Rank(over) <= 2 || over.Status is EntryStatus.Postponed or EntryStatus.Cancelled || coming.Status != EntryStatus.Planned)
            return false;
        var chunk = coming.Reading.Chunks[coming.At];
        return chunk.Kind == ChunkKind.Noun ? coming.Reading.Has(chunk, "next") : chunk.Last < coming.Reading.Tokens.Length && coming.Reading.Tokens[chunk.Last].Is("again");
    }

    private static bool SameDay(Candidate a, Candidate b)
    {
        if (a.Start is not { } x || b.Start is not { } y)
            return !IsBefore(a, b) && !IsBefore(b, a);
        if (IsOneTruce(a, b))
            return true;
        if (a.Precision == DatePrecision.Day && b.Precision == DatePrecision.Day)
            return x <= (b.End ?? y) && y <= (a.End ?? x);
        return Math.Abs(x.DayNumber - y.DayNumber) < 32;
    }

    /// <summary>Broken off before the other began: two rounds.</summary>
    private static bool IsBefore(Candidate broken, Candidate other) =>
        broken is { Type: EntryType.Talks, Status: EntryStatus.Suspended, Start: null, Step: { } step } && other.Start > step;

    /// <summary>Signed on Thursday, in force from Saturday: one ceasefire, whose start is the later day.</summary>
    private static bool IsOneTruce(Candidate a, Candidate b) =>
        a.Type == EntryType.Ceasefire && a.Parties.Count > 1 && b.Parties.Count > 1 && a.Status is EntryStatus.Agreed or EntryStatus.InForce && b.Status is EntryStatus.Agreed or EntryStatus.InForce
        && a is { Start: { } x, Precision: DatePrecision.Day } && b is { Start: { } y, Precision: DatePrecision.Day } && Math.Abs(x.DayNumber - y.DayNumber) <= DaysToEffect;

    private static bool SamePlace(Candidate a, Candidate b) =>
        a.Place is null || b.Place is null || a.Place.Country == b.Place.Country
        // A place in no list, of talks of the same two on the same day: in the town, or near it.
        || (a.Type == EntryType.Talks && (a.Place.Country is null || b.Place.Country is null) && a.Start is not null && a.Start == b.Start && a.Parties.Count > 1 && a.Status == b.Status);

    private static int Rank(Candidate candidate) => candidate.Status switch
    {
        EntryStatus.Proposed or EntryStatus.CalledFor => 0,
        EntryStatus.UnderNegotiation => 1,
        EntryStatus.Planned or EntryStatus.Agreed => 2,
        EntryStatus.UnderWay or EntryStatus.InForce => 3,
        EntryStatus.Held or EntryStatus.Extended => 4,
        _ => 5,
    };

    /// <summary>The better told of the two, with what only the other says.</summary>
    private static Candidate Fold(Candidate a, Candidate b, bool sameSentence)
    {
        // "The meetings had been set for Thursday", behind "ended without having begun": they are off.
        var better = !sameSentence && IsKept(a) ? b : !sameSentence && Undoes(a, b) ? a : !sameSentence && Undoes(b, a) ? b : Weight(b) > Weight(a) ? b : a;
        var other = ReferenceEquals(better, a) ? b : a;
        other.Into = better;
        other.Reading.Note(other.At, sameSentence ? "the same event is told better in this sentence: folded into that" : "the same event is told better elsewhere in the text: folded into that", ExplanationStage.Joining);
        better.AddParties(other.Parties.Where(p => !better.Callers.Exists(c => c.Same(p)) && !better.Mediators.Exists(m => m.Same(p))));
        foreach (var mediator in other.Mediators)
            Candidate.Add(better.Mediators, mediator);
        foreach (var caller in other.Callers.Where(c => !better.Parties.Exists(p => p.Same(c))))
            Candidate.Add(better.Callers, caller);
        if (IsOneTruce(a, b) && other.Start > better.Start)
            better.Start = other.Start;
        if (better.Start is null && other.Start is not null && !(better.Type == EntryType.Ceasefire && better.Status is EntryStatus.CalledFor or EntryStatus.Proposed))
            (better.Start, better.Precision, better.End) = (other.Start, other.Precision, better.End ?? other.End);
        better.Place ??= other.Place;
        if (better.PlaceText.Length == 0)
            better.PlaceText = other.PlaceText;
        better.Unilateral |= other.Unilateral;
        foreach (var topic in other.Topics)
        {
            if (!better.Topics.Contains(topic))
                better.Topics.Add(topic);
        }

        if (sameSentence && better.Kind is EntryKind.Meeting && other.Kind is not EntryKind.Meeting && (Rank(better) == 5) == (Rank(other) == 5))
            better.Kind = other.Kind;
        return better;
    }

    /// <summary>"wants the ceasefire of September carried out": that one stands, and what is told of it next says how.</summary>
    private static bool IsKept(Candidate told) =>
        told is { Type: EntryType.Ceasefire, Status: EntryStatus.CalledFor, Start: not null };

    private static bool Undoes(Candidate undone, Candidate set) =>
        undone is { Type: EntryType.Talks, Status: EntryStatus.Cancelled } && set.Status == EntryStatus.Planned && set.Verb >= 0 && set.Reading.Chunks[set.Verb] is { Perfect: true, Past: true };

    private static double Weight(Candidate candidate) =>
        candidate.Confidence + (0.1 * Math.Min(2, candidate.Parties.Count)) + (candidate.Start is null ? 0 : 0.1) + (candidate.Anaphoric ? -0.2 : 0) + (0.01 * Rank(candidate)) - (candidate.Reading.Sentence.IsTitle ? 0.5 : 0);
}
