using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>How long talks have gone on, told beside them: "have been talking for a month", "43 days after they first sat down", "for the second time in two days".</summary>
internal static class Spells
{
    /// <summary>Words from "after" to what is told of the first day.</summary>
    private const int Reach = 5;

    /// <summary>Talks that are told by their days last no longer.</summary>
    private const int Longest = 90;

    /// <summary>Counts back from the day of the talks, or from today, where the sentence says how long they have gone on.</summary>
    public static void Count(Reading reading, Candidate candidate, DateOnly? today)
    {
        if (candidate is not { Type: EntryType.Talks, Status: EntryStatus.UnderWay or EntryStatus.Held or EntryStatus.Suspended, End: null } || (candidate.Start is not null && candidate.Precision != DatePrecision.Day) || (candidate.Start ?? candidate.Step ?? today) is not { } now || now > today)
            return;
        var tokens = reading.Tokens;
        for (var i = 0; i + 2 < tokens.Length; i++)
        {
            var unit = tokens[i + 1].Word?.Text;
            if (unit is not ("day" or "days" or "week" or "weeks" or "month" or "months") || new DateWords(reading.Text, tokens, today, ahead: false, i).Value(i) is not (> 0 and < Longest and var count))
                continue;
            if (IsNthTime(tokens, i) && unit is "days")
                Set(reading, candidate, now.AddDays(1 - count), now, DatePrecision.Day);
            else if (tokens[i + 2].Is("after") && i + 3 < tokens.Length && candidate.Verb >= 0 && IsFirst(tokens, i + 3))
                Set(reading, candidate, Back(now, count, unit), unit is "day" or "days" ? now : null, Exactness(unit));
            else if (candidate is { Status: EntryStatus.UnderWay, Start: null, Verb: >= 0 and var verb } && i > reading.Chunks[verb].First && tokens[i - 1].Is("for") && reading.Chunks[verb] is { Kind: ChunkKind.Verb, Perfect: true, Negated: false, Modal: null } && !HasVerb(reading, Math.Max(verb, candidate.At), i))
                Set(reading, candidate, Back(now, count, unit), null, Exactness(unit));
            else
                continue;
            return;
        }
    }

    private static void Set(Reading reading, Candidate candidate, DateOnly start, DateOnly? end, DatePrecision precision)
    {
        (candidate.Start, candidate.End, candidate.Precision) = (start, end, precision);
        reading.Note(candidate.At, "counted back over the time that they have gone on", ExplanationStage.Date);
    }

    private static DatePrecision Exactness(string unit) => unit switch { "day" or "days" => DatePrecision.Day, "week" or "weeks" => DatePrecision.Week, _ => DatePrecision.Month };

    private static DateOnly Back(DateOnly now, int count, string unit)
    {
        if (unit is "day" or "days" or "week" or "weeks")
            return now.AddDays(unit is "day" or "days" ? -count : -7 * count);
        var then = now.AddMonths(-count);
        return new DateOnly(then.Year, then.Month, 1);
    }

    /// <summary>"for the second time in two days".</summary>
    private static bool IsNthTime(Token[] tokens, int at) =>
        at > 2 && tokens[at - 1].Is("in") && tokens[at - 2].Is("time") && WordLists.Nth.Has(tokens[at - 3].Word?.Text);

    /// <summary>"they first sat down", "the talks began", "opening".</summary>
    private static bool IsFirst(Token[] tokens, int at)
    {
        for (var i = at; i < tokens.Length && i < at + Reach && tokens[i].Mark == Mark.Word; i++)
        {
            if (tokens[i].Word?.Lemma is { } verb && tokens[i].Is(WordClass.Past) && (WordLists.Opening.Has(verb) || (tokens[i - 1].Is("first") && verb is "meet" or "sit" or "face" or "gather" or "assemble" or "arrive")))
                return IsTheirs(tokens, at, i);
        }

        return false;
    }

    /// <summary>The talks began, or those who hold them: not a war.</summary>
    private static bool IsTheirs(Token[] tokens, int from, int verb)
    {
        for (var i = from; i < verb; i++)
        {
            if (tokens[i].Word is { IsTrigger: true } || tokens[i].Word?.Text is "they" or "it" or "first")
                return true;
        }

        return false;
    }

    private static bool HasVerb(Reading reading, int from, int token)
    {
        for (var j = from + 1; j < reading.Chunks.Count && reading.Chunks[j].First < token; j++)
        {
            if (reading.Chunks[j].Kind is ChunkKind.Verb or ChunkKind.Subordinator or ChunkKind.Relative)
                return true;
        }

        return false;
    }
}
