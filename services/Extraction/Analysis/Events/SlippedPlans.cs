using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>"The round had been due to open on Monday but was held up by a quarrel": a plan whose day went by.</summary>
internal static class SlippedPlans
{
    /// <summary>Words between "had" and "been due", at most: "had first been due".</summary>
    private const int Between = 3;

    /// <summary>Words behind "but" in which its verb stands.</summary>
    private const int Clause = 9;

    /// <summary>What was planned and came otherwise is put off; the event that it became is told elsewhere.</summary>
    public static void Settle(Reading reading, Candidate candidate)
    {
        if (!IsPlan(candidate) || After(reading.Tokens) is not { } but || reading.Tokens[but].Start < reading.Tokens[reading.Chunks[candidate.At].First].Start)
            return;
        candidate.Status = EntryStatus.Postponed;
        reading.Note(candidate.At, "it had been planned, and its day went by", ExplanationStage.Status);
    }

    /// <summary>The sentence tells of the candidate as of a plan that slipped.</summary>
    public static bool Is(Reading reading, Candidate candidate) =>
        candidate is { Type: EntryType.Talks, Status: EntryStatus.Postponed } && After(reading.Tokens) is { } but && reading.Tokens[but].Start > reading.Tokens[reading.Chunks[candidate.At].First].Start;

    /// <summary>The token stands in the clause that tells the plan.</summary>
    public static bool Hold(ReadOnlySpan<Token> tokens, int at) => After(tokens) is { } but && at < but;

    private static bool IsPlan(Candidate candidate) =>
        candidate is { Type: EntryType.Talks, Status: EntryStatus.Planned or EntryStatus.Proposed or EntryStatus.Cancelled or EntryStatus.Postponed };

    /// <summary>The "but" that tells what became of the plan, or the end of the sentence where "originally" says as much; null where there is no such plan.</summary>
    private static int? After(ReadOnlySpan<Token> tokens)
    {
        for (var i = 0; i + 2 < tokens.Length; i++)
        {
            if (!tokens[i].Is(WordRules.SlippedPlan) || !Opens(tokens, i, out var first))
                continue;
            for (var j = i + 2; j + 1 < tokens.Length; j++)
            {
                if (tokens[j].Is("but") && IsOfThePast(tokens, j + 1))
                    return j;
            }

            return first ? tokens.Length - 1 : null;
        }

        return null;
    }

    /// <summary>The words that <see cref="Opens"/> asks for.</summary>
    public static bool MayOpen(string word) => word is "was" or "were" or "should" or "first" or "originally" or "initially" or "then" or "had";

    /// <summary>"had been due", "had originally been planned", "was to have", "should have".</summary>
    private static bool Opens(ReadOnlySpan<Token> tokens, int at, out bool first)
    {
        first = false;
        switch (tokens[at].Word?.Text)
        {
            case "was" or "were":
                return tokens[at + 1].Is("to") && tokens[at + 2].Is("have");
            case "should":
                return tokens[at + 1].Is("have");
            case "first" or "originally" or "initially" or "then":
                return IsFixed(tokens, at);
            case "had":
                break;
            default:
                return false;
        }

        for (var i = at + 1; i + 1 < tokens.Length && i <= at + Between; i++)
        {
            first |= tokens[i].Word?.Text is "originally" or "initially" or "first";
            if (tokens[i].Is("been"))
                return tokens[i + 1].Word?.Text is "due" or "scheduled" or "planned" or "set" or "expected" or "fixed" or "slated" or "arranged" or "supposed" or "to";
        }

        return false;
    }

    /// <summary>"was first set for May 3", "was announced in March, then fixed for April 22": the day that it had before.</summary>
    private static bool IsFixed(ReadOnlySpan<Token> tokens, int at) =>
        tokens[at + 1].Word?.Text is "due" or "scheduled" or "planned" or "set" or "fixed" or "slated" or "arranged" && tokens[at + 2].Is("for");

    /// <summary>"but slipped", "but was rescheduled", "but the date passed"; not "but has been put off", which is the news of it.</summary>
    private static bool IsOfThePast(ReadOnlySpan<Token> tokens, int from)
    {
        for (var i = from; i < tokens.Length && i < from + Clause; i++)
        {
            if (tokens[i].Word?.Text is "has" or "have" or "is" or "are" or "will" or "would" or "may" or "might" or "can" or "could" or "now")
                return false;
            if (tokens[i].Word?.Text is "was" or "were" || (tokens[i].Is(WordClass.Past) && !tokens[i].Is(WordClass.Base)))
                return true;
        }

        return false;
    }
}
