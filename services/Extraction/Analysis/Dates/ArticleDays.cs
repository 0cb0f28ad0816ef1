using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>The days that the sentences of an article tell, for those that count from them.</summary>
internal sealed class ArticleDays(List<Reading> readings, DateOnly? published, DateOnly? today)
{
    /// <summary>Sentences over which "the same day" looks back.</summary>
    private const int Remembered = 3;

    // Of how many sentences the days have been read: few ask for the days of those before, and they are read when one does.
    private int read;
    private DateOnly? spoken;
    private DateOnly? lastDay;
    private int toldAt = -Remembered - 1;

    /// <summary>The day on which the people of the sentences before spoke; null where none is told.</summary>
    public DateOnly? Spoken(int number)
    {
        ReadBefore(number);
        return spoken;
    }

    /// <summary>The day that "the same day" in a sentence means.</summary>
    public DateOnly? LastDay(int number)
    {
        ReadBefore(number);
        return number - toldAt <= Remembered ? lastDay : null;
    }

    /// <summary>The day that the paragraph tells of: that of the talks told in the sentence before, else the one past day named last; null where there is none.</summary>
    /// <param name="number">The sentence's number.</param>
    /// <param name="told">The day of the talks that the sentence before told of.</param>
    /// <param name="next">It follows upon the sentence before, wherever that stands.</param>
    public DateOnly? OfScene(int number, DateOnly? told, bool next = false)
    {
        ReadBefore(number);
        for (var i = number - 2; i >= 0 && (IsOneParagraph(readings[i], readings[i + 1]) || (next && i == number - 2 && !readings[i].Sentence.IsTitle)); i--)
        {
            if (told is not null)
                return told;
            if (PastDay(readings[i].Dates, out var day))
                return day;
        }

        return null;
    }

    private static bool IsOneParagraph(Reading before, Reading after) =>
        !before.Sentence.IsTitle && !before.Text.AsSpan(before.Sentence.End, after.Sentence.Start - before.Sentence.End).Contains('\n');

    /// <summary>The sentence names days; <paramref name="day"/> is the one past day among them, null where it is not one.</summary>
    private bool PastDay(IReadOnlyList<DateExpression> dates, out DateOnly? day)
    {
        day = null;
        var several = false;
        foreach (var date in dates)
        {
            if (date is not { Precision: DatePrecision.Day, From: { } from } || from > today)
                continue;
            several |= day is not null && day != from;
            day = from;
        }

        var any = day is not null;
        day = several ? null : day;
        return any;
    }

    /// <summary>The last day that the sentences before told, and the one on which the article's people spoke.</summary>
    private void ReadBefore(int number)
    {
        for (; read < number - 1; read++)
            Read(readings[read], read + 1);
    }

    private void Read(Reading reading, int number)
    {
        var days = DateFinder.Find(reading.Text, reading.Tokens, today, future: !reading.Chunks.Exists(c => c is { Kind: ChunkKind.Verb, Finite: true, Past: true }));
        RelativeDays.Add(reading.Text, reading.Tokens, () => number - toldAt <= Remembered ? lastDay : null, days);
        if (days.FindLast(d => d.Precision == DatePrecision.Day && d.From is not null) is { From: { } latest })
            (lastDay, toldAt) = (latest, number);
        reading.Dates = days;
        var said = reading.Chunks.Exists(c => c.Kind == ChunkKind.Verb && c.Lemma is "say" or "tell" or "announce");
        if (!said)
            return;
        var date = days.Find(d => d.Precision == DatePrecision.Day && d.From is not null);
        if (date?.From is { } day && (published is null || day <= published))
            spoken = day;
    }

    /// <summary>Reads the days of the sentences that nothing asked for.</summary>
    public void ReadRest()
    {
        for (; read < readings.Count; read++)
            Read(readings[read], read + 1);
    }
}
