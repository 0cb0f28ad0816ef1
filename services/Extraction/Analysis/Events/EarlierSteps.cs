using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>"Eight days after he had called it off, he put the meeting back on the calendar": a step that a clause before tells of what is named only behind it.</summary>
internal sealed class EarlierSteps(Knowledge knowledge)
{
    /// <summary>Adds the step of the one talks that the sentence tells of, as background.</summary>
    public void Add(Reading reading, List<Candidate> found)
    {
        if (found is not [{ Type: EntryType.Talks, Status: EntryStatus.Planned or EntryStatus.UnderWay or EntryStatus.Held } told])
            return;
        var chunks = reading.Chunks;
        for (var j = 1; j + 1 < chunks.Count && j < told.At; j++)
        {
            if (chunks[j] is not { Kind: ChunkKind.Verb, Perfect: true, Past: true, Negated: false, Modal: null } verb || chunks[j + 1] is not { Kind: ChunkKind.Noun, IsPronoun: true, Head: "it" or "them" }
                || chunks.FindIndex(0, j, static c => c is { Kind: ChunkKind.Subordinator, Head: "after" }) < 0 || Step(chunks, j, verb) is not { } status)
                continue;
            var step = new Candidate { Type = EntryType.Talks, Kind = told.Kind, Status = status, Reading = reading, At = j + 1, Reach = j + 1, Verb = j, Confidence = told.Confidence, EarlierOf = told };
            step.AddParties(told.Parties);
            reading.Note(j + 1, "the pronoun is what the sentence names further on: an earlier step of it", ExplanationStage.Status);
            found.Insert(0, step);
            return;
        }
    }

    private EntryStatus? Step(List<Chunk> chunks, int at, Chunk verb)
    {
        if (at + 2 < chunks.Count && chunks[at + 2].Kind == ChunkKind.Preposition && chunks[at + 2].Head is "off" or "back" && knowledge.Frames.TryGetValue(verb.Lemma + " " + chunks[at + 2].Head, out var idiom))
            return Undone(idiom.For(EntryType.Talks));
        return knowledge.Frames.TryGetValue(verb.Lemma, out var frame) ? Undone(frame.For(EntryType.Talks)) : null;
    }

    private static EntryStatus? Undone(EntryStatus? status) =>
        status is EntryStatus.Cancelled or EntryStatus.Postponed or EntryStatus.Suspended ? status : null;

    /// <summary>They have the days, the place and the parties of what they are steps of, as the whole text tells them.</summary>
    public static void Settle(List<Candidate> joined)
    {
        foreach (var step in joined)
        {
            if (step.EarlierOf is not { } told)
                continue;
            while (told.Into is { } better)
                told = better;
            (step.Start, step.End, step.Precision, step.Place, step.PlaceText, step.Background) = (told.Start, told.End, told.Precision, told.Place, told.PlaceText, true);
            step.AddParties(told.Parties);
        }
    }
}
