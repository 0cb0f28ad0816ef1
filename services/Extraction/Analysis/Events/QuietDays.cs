using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>"Both accepted it on Monday … At eight this morning the guns fell silent … The truce was holding": it began when they did.</summary>
internal static class QuietDays
{
    /// <summary>Tokens between what makes the noise and the word that ends it: "the guns had at last fallen silent".</summary>
    private const int Reach = 4;

    /// <summary>Days from the agreement to its first day, at most.</summary>
    private const int DaysToEffect = 2;

    /// <summary>A truce that is told as holding, with nothing but the day on which it was agreed, began on the day on which the sentences before tell that the fire stopped.</summary>
    public static void Share(List<Candidate> candidates, List<Reading> readings, DateOnly? today)
    {
        foreach (var candidate in candidates)
        {
            if (candidate is not { Type: EntryType.Ceasefire, Status: EntryStatus.InForce, Background: false, Verb: >= 0 and var verb } || today is not { } now || candidate.Reading.Chunks[verb].Lemma is not ("hold" or "observe" or "respect" or "stand")
                || !(candidate.Start is null || (candidate.Start < now && candidate.Precision == DatePrecision.Day && now.DayNumber - candidate.Start.Value.DayNumber <= DaysToEffect)))
                continue;
            foreach (var reading in readings)
            {
                if (reading.Sentence.First >= candidate.Reading.Sentence.First)
                    break;
                if (!FellSilent(reading.Tokens) || !DateFinder.Find(reading.Text, reading.Tokens, today, future: false).Exists(d => d.From == now && d.Precision == DatePrecision.Day))
                    continue;
                (candidate.Start, candidate.Precision) = (now, DatePrecision.Day);
                candidate.Reading.Note(candidate.At, "the day on which, as the text tells, the fire stopped", ExplanationStage.Date);
                break;
            }
        }
    }

    private static bool FellSilent(ReadOnlySpan<Token> tokens)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Word?.Text is not ("guns" or "explosions" or "shelling" or "shellfire" or "gunfire" or "firing" or "shooting" or "bombardment" or "bombing" or "fighting" or "artillery"))
                continue;
            for (var j = i + 1; j < tokens.Length && j <= i + Reach; j++)
            {
                if (tokens[j].Word?.Text is "stopped" or "ceased" || (tokens[j].Word?.Text is "silent" or "quiet" && tokens[j - 1].Word?.Lemma is "fall" or "go"))
                    return true;
            }
        }

        return false;
    }
}
