using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>Days that a sentence names beside talks and that are those of another thing: of a noun, of a clause, of what somebody said of the talks.</summary>
internal static class ForeignDays
{
    /// <summary>Chunks from the day back to the verb that says what is to be done by then.</summary>
    private const int Reach = 6;

    /// <summary>Whether the day is another's.</summary>
    /// <param name="reading">The sentence.</param>
    /// <param name="candidate">The talks.</param>
    /// <param name="date">A day that the sentence names.</param>
    /// <param name="today">What "today" means in the text.</param>
    public static bool Hold(Reading reading, Candidate candidate, DateExpression date, DateOnly? today)
    {
        var chunks = reading.Chunks;
        var position = Position(reading, date);
        if (position < 1 || position == candidate.At)
            return false;
        return IsOfThing(chunks, position) || IsOfNews(reading, candidate, position) || IsOfReaction(chunks, candidate, position) || IsDeadline(reading, candidate, date, position)
            || IsOfBeginning(chunks, candidate, date, position, today) || IsSinceThen(reading, candidate, date, position) || IsOfLeaving(chunks, candidate, date, today);
    }

    /// <summary>The chunk of a day; -1 where it stands in none.</summary>
    public static int Position(Reading reading, DateExpression date)
    {
        for (var j = 0; j < reading.Chunks.Count; j++)
        {
            if (reading.Tokens[reading.Chunks[j].Last - 1].End > date.Start)
                return reading.Tokens[reading.Chunks[j].First].Start <= date.Start ? j : -1;
        }

        return -1;
    }

    /// <summary>The first token of a day; -1 where there is none.</summary>
    private static int FirstToken(Reading reading, DateExpression date)
    {
        for (var i = 0; i < reading.Tokens.Length; i++)
        {
            if (reading.Tokens[i].Start >= date.Start)
                return i;
        }

        return -1;
    }

    /// <summary>"our report of October 21", "memories of the 1990s": the day of what stands before the "of".</summary>
    private static bool IsOfThing(List<Chunk> chunks, int position) =>
        position > 1 && chunks[position - 1] is { Kind: ChunkKind.Preposition, Head: "of" }
        && chunks[position - 2] is { Kind: ChunkKind.Noun, Event: null, IsDate: false, IsActor: false, IsPronoun: false, HeadWord: { NounFrame: null } } thing && WordLists.DatedThings.Has(thing.Head);

    /// <summary>"The announcement a day earlier that they would meet": the day of the news.</summary>
    private static bool IsOfNews(Reading reading, Candidate candidate, int position)
    {
        var chunks = reading.Chunks;
        var noun = chunks[position - 1].Kind == ChunkKind.Preposition ? position - 2 : position - 1;
        return position + 1 < candidate.At && noun >= 0 && chunks[position + 1] is { Kind: ChunkKind.Subordinator, Head: "that" } && chunks[noun] is { Kind: ChunkKind.Noun, Event: null, IsDate: false, IsActor: false } news && WordLists.News.Has(news.Head);
    }

    /// <summary>"expressed concern on Thursday over the breakdown of the talks": the day on which somebody spoke of them.</summary>
    private static bool IsOfReaction(List<Chunk> chunks, Candidate candidate, int position)
    {
        var at = candidate.At;
        if (position >= at || chunks[at].Kind != ChunkKind.Noun)
            return false;
        for (var j = at - 1; j >= 0; j--)
        {
            if (chunks[j].Kind is ChunkKind.Subordinator or ChunkKind.Relative or ChunkKind.Break || (j > position && chunks[j].Event is not null))
                return false;
            if (chunks[j].Kind == ChunkKind.Verb)
                return chunks[j] is { Finite: true, Past: true, Passive: false } && WordLists.Reacting.Has(chunks[j].Lemma) && Math.Abs(j - position) <= 4;
        }

        return false;
    }

    /// <summary>"left for home on Saturday to talk with the rebels": on that day they set out; a visit begins with the journey.</summary>
    private static bool IsOfLeaving(List<Chunk> chunks, Candidate candidate, DateExpression date, DateOnly? today) =>
        candidate is { Status: EntryStatus.Planned, Kind: not EntryKind.Visit } && date.Precision == DatePrecision.Day && date.From <= today
        && chunks[candidate.At] is { Kind: ChunkKind.Verb, Past: true, Modal: null, Perfect: false, Lemma: "leave" or "depart" or "set out" or "set off" or "leave for" or "depart for" };

    /// <summary>"wanted them to hand in their answer by Thursday": by when something is to be done.</summary>
    public static bool IsDeadline(Reading reading, Candidate candidate, DateExpression date, int position)
    {
        var chunks = reading.Chunks;
        var first = FirstToken(reading, date);
        if (first < 1 || !reading.Tokens[first - 1].Is("by") || candidate.Status is EntryStatus.Planned or EntryStatus.Proposed && candidate.Type == EntryType.Talks)
            return false;
        for (var j = position - 1; j > 0 && j > position - Reach; j--)
        {
            if (chunks[j].Kind == ChunkKind.Verb)
                return j != candidate.At && j != candidate.Verb && (chunks[j].Infinitive || chunks[j].Modal is not null) && !WordLists.Opening.Has(chunks[j].Lemma);
        }

        return false;
    }

    /// <summary>"are to resume the talks that they began last month", "the talks which broke down in May": what the plan takes up has a day that is over.</summary>
    private static bool IsOfBeginning(List<Chunk> chunks, Candidate candidate, DateExpression date, int position, DateOnly? today)
    {
        var at = candidate.At;
        if (candidate.Status is not (EntryStatus.Planned or EntryStatus.Proposed) || position < at + 3 || !(date.To < today) || chunks[at].Kind != ChunkKind.Noun
            || !(chunks[at + 1].Kind == ChunkKind.Relative || chunks[at + 1] is { Kind: ChunkKind.Subordinator, Head: "that" }))
            return false;
        for (var j = position - 1; j > at + 1; j--)
        {
            if (chunks[j].Kind == ChunkKind.Verb)
                return chunks[j] is { Finite: true, Past: true, Modal: null } && j != candidate.Verb;
        }

        return false;
    }

    /// <summary>"are locked in talks, and an amnesty for what has been done since 1991 is disputed": since when something else has been.</summary>
    private static bool IsSinceThen(Reading reading, Candidate candidate, DateExpression date, int position)
    {
        var chunks = reading.Chunks;
        var first = FirstToken(reading, date);
        // "talks which have dragged on since November": their own.
        var carried = candidate.At + 1 < chunks.Count && chunks[candidate.At + 1].Kind == ChunkKind.Comma ? candidate.At + 2 : candidate.At + 1;
        if (candidate.Status != EntryStatus.UnderWay || chunks[carried].Kind == ChunkKind.Relative || first < 1 || !reading.Tokens[first - 1].Is("since") || position < Math.Max(candidate.At, candidate.Verb) + 3)
            return false;
        var other = chunks.FindLastIndex(position, position - Math.Max(candidate.At, candidate.Verb), static c => c is { Kind: ChunkKind.Verb, Finite: true });
        return other > 0 && chunks.FindIndex(candidate.At, other - candidate.At, static c => c.Kind is ChunkKind.Relative or ChunkKind.Comma or ChunkKind.Subordinator) > 0;
    }
}
