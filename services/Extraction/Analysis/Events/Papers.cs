using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>"The accord calls for an end to the fighting", "a draft provides for a truce": what a paper says of a ceasefire, which no party says.</summary>
internal static class Papers
{
    /// <summary>A paper that is signed has a truce agreed; a draft proposes one.</summary>
    public static void Settle(Reading reading, Candidate candidate, Knowledge knowledge)
    {
        if (candidate is not { Type: EntryType.Ceasefire, Status: EntryStatus.CalledFor or EntryStatus.Agreed or EntryStatus.Proposed }
            || reading.Chunks.FindLastIndex(candidate.At, static c => c is { Kind: ChunkKind.Verb, Passive: false, Negated: false, Lemma: "call for" or "provide for" or "call" or "provide" }) is not (>= 0 and var verb) || verb < candidate.At - 2
            || reading.Chunks[verb] is { Modal: not null } || Subjects.Of(reading, verb, knowledge) is not [var paper] || Says(paper.Head) is not { } status || status == candidate.Status)
            return;
        SetStatus(reading, candidate, reading.Slice(paper.First, paper.Last), status);
    }

    private static void SetStatus(Reading reading, Candidate candidate, string paper, EntryStatus status)
    {
        candidate.Status = status;
        candidate.Parties.RemoveAll(p => p.Text == paper);
        candidate.Callers.Clear();
        reading.Note(candidate.At, status == EntryStatus.Agreed ? "an accord says so: it is agreed" : "a draft says so: it is proposed", ExplanationStage.Status);
    }

    private static EntryStatus? Says(string paper) =>
        WordLists.Signed.Has(paper) ? EntryStatus.Agreed : WordLists.Drafts.Has(paper) ? EntryStatus.Proposed : null;
}
