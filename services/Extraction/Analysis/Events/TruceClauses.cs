using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>Days that a sentence names beside a truce and that are those of what happened before it, after it or of one side's step towards it.</summary>
internal static class TruceClauses
{
    /// <summary>"Shells fell on Sunday, hours before a truce was to begin", "rebuked them on Friday for the advance after the truce began": the day stands in the clause before.</summary>
    public static bool IsOfOther(Reading reading, Candidate candidate, DateExpression date)
    {
        var chunks = reading.Chunks;
        if (candidate is not { Type: EntryType.Ceasefire, At: > 0 and var at, Verb: var verb } || chunks[at].Kind != ChunkKind.Noun || date.Start >= reading.Tokens[chunks[at - 1].First].Start)
            return false;
        return chunks[at - 1].Head switch
        {
            "before" or "until" => candidate.Status is EntryStatus.Agreed or EntryStatus.InForce && date.Precision <= DatePrecision.Week,
            "after" => candidate.Status == EntryStatus.InForce && verb > at,
            _ => false,
        };
    }

    /// <summary>The day behind which "night" stands, before the token; null where none does.</summary>
    public static DateOnly? Night(Token[] tokens, int at, List<DateExpression> dates, DateOnly? today)
    {
        foreach (var date in dates)
        {
            if (date is not { Precision: DatePrecision.Day, From: { } day } || date.End >= tokens[at].Start || day > today)
                continue;
            var next = 0;
            while (next < at && tokens[next].Start <= date.End)
                next++;
            if (tokens[next].Word?.Text is "night" or "evening")
                return day;
        }

        return null;
    }

    /// <summary>"since a truce was signed on Monday, both said on Friday": done on that day, whatever other stands in the sentence.</summary>
    public static bool IsSigned(Reading reading, Candidate candidate, DateExpression date)
    {
        if (candidate.Verb <= candidate.At || reading.Chunks[candidate.Verb] is not { Kind: ChunkKind.Verb, Past: true, Modal: null } made || !WordLists.Founding.Has(made.Lemma))
            return false;
        var day = Array.FindIndex(reading.Tokens, t => t.Start >= date.Start);
        return day == made.Last || (day == made.Last + 1 && reading.Tokens[made.Last].Is("on"));
    }

    /// <summary>"A accepted the council's plan for a truce on Monday": one side took it up; the truce begins when both have.</summary>
    public static bool IsTakenUp(Reading reading, Candidate candidate, Knowledge knowledge)
    {
        if (candidate is not { Type: EntryType.Ceasefire, Status: EntryStatus.Agreed, Verb: >= 0 and var verb, At: var at } || verb > at || reading.Chunks[verb] is not { Kind: ChunkKind.Verb, Lemma: "accept" or "agree to" or "approve" or "endorse" or "accept to" } taken || !IsOfPlan(reading, at))
            return false;
        var subjects = Subjects.Of(reading, verb, knowledge);
        return !taken.Passive && subjects is [{ IsPlural: false } one] && one.Parties.Count < 2;
    }

    /// <summary>"a ceasefire plan", "a plan for a truce".</summary>
    public static bool IsOfPlan(Reading reading, int at)
    {
        var chunks = reading.Chunks;
        return chunks[at].Compound == "proposed" || (at > 1 && chunks[at - 1] is { Kind: ChunkKind.Preposition, Head: "for" or "of" or "on" } && chunks[at - 2].HeadWord?.NounFrame is { Ceasefire: EntryStatus.Proposed });
    }
}
