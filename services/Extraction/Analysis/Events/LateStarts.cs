using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>"met on Saturday, two days later than planned": the plan that went by is told with what came of it.</summary>
internal static class LateStarts
{
    /// <summary>Days by which something may be late and be the same.</summary>
    private const int Most = 60;

    /// <summary>Adds the plans, as background.</summary>
    public static void Add(List<Candidate> joined)
    {
        for (var i = joined.Count - 1; i >= 0; i--)
        {
            if (joined[i] is not { Type: EntryType.Talks, Status: EntryStatus.Held or EntryStatus.UnderWay, Precision: DatePrecision.Day, Start: { } start, Verb: >= 0 and var verb } late || Ends(late.Reading.Chunks[verb]) || Days(late.Reading, late.Reading.Chunks[Math.Max(late.At, late.Verb)].Last) is not (> 0 and <= Most and var days))
                continue;
            var plan = new Candidate { Type = late.Type, Kind = late.Kind, Status = EntryStatus.Postponed, Reading = late.Reading, At = late.At, Reach = late.Reach, Verb = late.Verb, Confidence = late.Confidence, EarlierOf = late, Start = start.AddDays(-days), Precision = DatePrecision.Day, Background = true };
            plan.AddParties(late.Parties);
            (plan.Place, plan.PlaceText) = (late.Place, late.PlaceText);
            late.Reading.Note(late.At, "it came later than it had been planned for", ExplanationStage.Date);
            joined.Insert(i, plan);
        }
    }

    /// <summary>"ended on Saturday, a day later than expected": it took longer, and had begun on its day.</summary>
    private static bool Ends(Chunk verb) => verb.Lemma is "end" or "conclude" or "finish" or "close" or "wind up" or "wrap up" or "complete" or "break up" or "adjourn" or "return";

    /// <summary>"two days later than foreseen", "four days behind schedule", "a day late"; null where the clause says nothing of the kind.</summary>
    private static int? Days(Reading reading, int from)
    {
        var tokens = reading.Tokens;
        for (var i = from; i + 2 < tokens.Length && !tokens[i].Is(WordClass.Subordinator); i++)
        {
            if (tokens[i + 1].Word?.Text is not ("day" or "days" or "week" or "weeks") || !IsLate(tokens, i + 2))
                continue;
            var count = tokens[i].Is("a") ? 1 : new DateWords(reading.Text, tokens, null, ahead: false, i).Value(i);
            return tokens[i + 1].Word?.Text is "week" or "weeks" ? 7 * count : count;
        }

        return null;
    }

    private static bool IsLate(Token[] tokens, int i)
    {
        if (tokens[i].Is("behind"))
            return i + 1 < tokens.Length && tokens[i + 1].Is("schedule");
        if (tokens[i].Is("late"))
            return i + 1 == tokens.Length || tokens[i + 1].Mark != Mark.Word || tokens[i + 1].Word?.Text is "because" or "after" or "due" or "at" or "in";
        if (!tokens[i].Is("later") || i + 2 >= tokens.Length || !tokens[i + 1].Is("than"))
            return false;
        return WordLists.ThanPlanned.Has(tokens[i + 2].Word?.Text) || (i + 3 < tokens.Length && tokens[i + 2].Word?.Text is "first" or "originally" or "initially" or "had" && WordLists.ThanPlanned.Has(tokens[i + 3].Word?.Text));
    }
}
