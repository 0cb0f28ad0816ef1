using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>Keeps what the stages leave of each sentence while an article is read, and puts it into words once it is read.</summary>
internal sealed class ExplanationMaker(Knowledge knowledge, string text, List<Token> tokens)
{
    private readonly Forces forces = new(knowledge);
    private readonly List<(Reading Reading, string? Subject, List<Candidate> Candidates)> kept = [];

    public Dateline.Line Dateline { get; set; }

    public Sides Sides { get; set; } = Sides.None;

    /// <summary>The sentence is among those that are explained.</summary>
    public static bool Covers(Sentence sentence) => sentence.Start < Analyzer.MaxExplained;

    /// <summary>Keeps a sentence that was read, with the events that it gave.</summary>
    public void Keep(Reading reading, string? subject, List<Candidate> candidates)
    {
        if (reading.Notes is not null)
            kept.Add((reading, subject, [.. candidates]));
    }

    /// <param name="sentences">All of the article.</param>
    /// <param name="joined">The events that became mentions, in their order.</param>
    /// <param name="mentions">The mentions.</param>
    /// <param name="passed">The text is one that mentions are looked for in.</param>
    /// <param name="truncated">The text was longer than what is read.</param>
    public Explanation Make(List<Sentence> sentences, List<Candidate> joined, IReadOnlyList<Mention> mentions, bool passed, bool truncated) => new()
    {
        Mentions = passed ? mentions : [],
        Truncated = truncated,
        Partial = text.Length > Analyzer.MaxExplained,
        Passed = passed,
        Dateline = Dateline.Place is { } place ? new ExplainedDateline(place.Name, place.Country, Dateline.Day) : null,
        Dropped = [.. Dropped(sentences).Concat(kept.SelectMany(k => Brackets(k.Reading))).OrderBy(d => d.Start)],
        Sides = [.. Sides.Pair.Select(p => p.Id)],
        Sentences = kept.ConvertAll(k => Sentence(k.Reading, k.Subject, k.Candidates, joined, mentions, passed)),
    };

    private ExplainedSentence Sentence(Reading reading, string? subject, List<Candidate> candidates, List<Candidate> joined, IReadOnlyList<Mention> mentions, bool passed)
    {
        var last = Explained(reading.Tokens.Length, i => reading.Tokens[i].Start);
        var end = Math.Min(reading.Sentence.End, Math.Max(Analyzer.MaxExplained, reading.Sentence.Start));
        return new(
            reading.Sentence.Start,
            end,
            text[reading.Sentence.Start..end],
            subject,
            [.. reading.Tokens.Take(last).Select(t => new ExplainedWord(t.Start, t.End, text[t.Start..t.End], WireWord.Of(t.Tag)))],
            [.. reading.Names.Where(n => n.Last <= last).Select(n => new ExplainedName(Start(reading, n.First), End(reading, n.Last), reading.Slice(n.First, n.Last), WireWord.Of(n.Entry.Kind), n.Entry.Party, n.Entry.Name))],
            [.. reading.Chunks.Where(c => c.Last <= last).Select(c => Phrase(reading, c))],
            [.. reading.Descriptions.DistinctBy(d => d.Chunk).Where(d => d.Chunk.Last <= last).OrderBy(d => d.Chunk.First).Select(d => new ExplainedDescription(Start(reading, d.Chunk.First), End(reading, d.Chunk.Last), reading.Slice(d.Chunk.First, d.Chunk.Last), d.Parties, d.Reason))],
            [.. reading.Dates.Where(d => d.Start < Analyzer.MaxExplained)],
            [.. Triggers(reading, candidates).Where(at => reading.Chunks[at].Last <= last).Select(at => Trigger(reading, at, candidates.FindAll(c => c.At == at), joined, mentions, passed))]);
    }

    /// <summary>Every phrase of which a rule said something or that names an event.</summary>
    private static IEnumerable<int> Triggers(Reading reading, List<Candidate> candidates) =>
        reading.Notes!.Select(n => n.At).Concat(candidates.Select(c => c.At)).Concat(Enumerable.Range(0, reading.Chunks.Count).Where(i => reading.Chunks[i] is { Kind: ChunkKind.Noun, Event: not null })).Distinct().Order();

    private ExplainedTrigger Trigger(Reading reading, int at, List<Candidate> candidates, List<Candidate> joined, IReadOnlyList<Mention> mentions, bool passed)
    {
        var chunk = reading.Chunks[at];
        var steps = reading.Notes!.FindAll(n => n.At == at).ConvertAll(n => new ExplainedStep(n.Stage, n.Reason));
        var events = passed ? candidates.ConvertAll(c => Event(c, joined, mentions)) : [];
        if (!passed && candidates.Count > 0)
            steps.Add(new(ExplanationStage.Trigger, "the text names nobody who could hold talks: no mention is looked for in it"));
        if (steps.Count == 0 && candidates.Count == 0)
            steps.Add(new(ExplanationStage.Status, "nothing around it says that it was, is or will be"));
        var outcome = events.Count == 0 ? TriggerOutcome.None : candidates.Exists(c => c.Into is null) ? TriggerOutcome.Mentioned : TriggerOutcome.Joined;
        return new(Start(reading, chunk.First), End(reading, chunk.Last), reading.Slice(chunk.First, chunk.Last), outcome, steps, events);
    }

    private ExplainedEvent Event(Candidate candidate, List<Candidate> joined, IReadOnlyList<Mention> mentions)
    {
        var final = candidate;
        while (final.Into is { } into)
            final = into;
        var verb = candidate.Verb < 0 ? null : candidate.Reading.Chunks[candidate.Verb];
        return new ExplainedEvent
        {
            Mention = joined.IndexOf(final),
            Type = candidate.Type,
            Kind = candidate.Kind,
            Status = candidate.Status,
            Verbs = verb is null ? [] : Verbs(candidate.Reading, candidate.Verb),
            Force = verb is null ? null : ForceWords.Of(forces.Of(candidate.Reading, candidate.Verb)),
            Participants = MentionMaker.Participants(candidate),
            Date = candidate.Date,
            Start = candidate.Start,
            Place = candidate.Place is null ? null : candidate.PlaceText.Length > 0 ? candidate.PlaceText : candidate.Place.Name,
            Background = candidate.Background,
            Topics = mentions[joined.IndexOf(final)].Topics,
            Confidence = MentionMaker.Confidence(candidate),
            ConfidenceSteps = [.. MentionMaker.ConfidenceSteps(candidate)],
        };
    }

    /// <summary>"agreed", "to meet": the verb, behind those that it hangs on.</summary>
    private static List<string> Verbs(Reading reading, int verb)
    {
        var verbs = new List<string>();
        for (var i = verb; i >= 0 && verbs.Count < 4; i = reading.Chunks[i].Infinitive ? Infinitives.Governor(reading, i) : -1)
            verbs.Insert(0, reading.Slice(reading.Chunks[i].First, reading.Chunks[i].Last));
        return verbs;
    }

    private static ExplainedPhrase Phrase(Reading reading, Chunk chunk) => new(
        Start(reading, chunk.First),
        End(reading, chunk.Last),
        reading.Slice(chunk.First, chunk.Last),
        WireWord.Of(chunk.Kind),
        chunk.Lemma.Length > 0 ? chunk.Lemma : null,
        [.. chunk.Kind == ChunkKind.Verb ? Forms(chunk) : []],
        [.. chunk.Parties.Concat(chunk.Modifiers).Concat(chunk.Mediators).Select(Id)],
        chunk.Event is not null ? "event" : chunk.IsDate ? "time" : chunk.IsCommoner ? "nobody" : chunk.IsActor ? "actor" : null,
        chunk.Event?.Type);

    public static string Id(Party party) => party.Known ? party.Id : "?" + party.Id;

    private static IEnumerable<string> Forms(Chunk verb)
    {
        if (verb.Modal is { } modal)
            yield return modal;
        if (verb.Negated)
            yield return "negated";
        if (verb.Perfect)
            yield return "perfect";
        if (verb.Progressive)
            yield return "progressive";
        if (verb.Passive)
            yield return "passive";
        if (verb.Past)
            yield return "past";
        if (verb.Infinitive)
            yield return "infinitive";
        if (verb.Gerund)
            yield return "gerund";
        if (verb.Reduced)
            yield return "participle";
    }

    /// <summary>What stands between the sentences: datelines, marks before a report.</summary>
    private IEnumerable<DroppedText> Dropped(List<Sentence> sentences)
    {
        var from = 0;
        foreach (var (first, next) in sentences.Select(s => (s.First, s.Last)).Append((tokens.Count, 0)))
        {
            if (first > from && tokens[from].Start < Analyzer.MaxExplained)
                yield return Span(from, first, from == Dateline.First && first == Dateline.Last ? "a dateline: where and when the report was written" : first < tokens.Count && tokens[first - 1].Mark == Mark.Dash ? "stands before a report, as a dateline does" : "no part of a sentence");
            from = next;
        }
    }

    private IEnumerable<DroppedText> Brackets(Reading reading)
    {
        var own = reading.Tokens.Select(t => t.Start).ToHashSet();
        for (var i = reading.Sentence.First; i < reading.Sentence.Last; i++)
        {
            var first = i;
            while (i < reading.Sentence.Last && !own.Contains(tokens[i].Start))
                i++;
            if (i > first && tokens[first].Start < Analyzer.MaxExplained)
                yield return Span(first, i, "stands in brackets");
        }
    }

    private DroppedText Span(int first, int last, string reason) =>
        new(tokens[first].Start, tokens[last - 1].End, text[tokens[first].Start..tokens[last - 1].End], reason);

    private static int Explained(int count, Func<int, int> start)
    {
        while (count > 0 && start(count - 1) >= Analyzer.MaxExplained)
            count--;
        return count;
    }

    private static int Start(Reading reading, int first) => reading.Tokens[first].Start;

    private static int End(Reading reading, int last) => reading.Tokens[last - 1].End;
}
