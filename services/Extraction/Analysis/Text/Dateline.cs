namespace Parley.Extraction.Analysis;

/// <summary>The place that an article is dated from: "GENEVA, June 14 (Agency) - ".</summary>
internal static class Dateline
{
    private const int Sentences = 6;

    /// <summary>A report is printed so many days after its date at most.</summary>
    private const int Delay = 3;

    /// <summary>The first dateline: its place and its day, which is what "today" means in the text; null where it has none. Tokens first to last (exclusive).</summary>
    public readonly record struct Line(NameEntry? Place, DateOnly? Day, int First, int Last);

    /// <summary>The first dateline of a text.</summary>
    public static Line Of(Knowledge knowledge, string text, ReadOnlySpan<Token> tokens, List<Sentence> sentences, DateOnly? published)
    {
        var from = 0;
        for (var s = 0; s < sentences.Count && s < Sentences; s++)
        {
            var first = sentences[s].First;
            var form = first - from > 1 ? DatelineForm.Of(text, tokens, from) : null;
            if (first - from > 1 && (form is not null || tokens[first - 1].Mark == Mark.Dash) && Read(knowledge, text, tokens[from..first], form?.Town - from) is { } place)
            {
                var day = DateFinder.Find(text, tokens[from..first], published, future: false).Find(d => d.Precision == Parley.Contracts.DatePrecision.Day)?.From;
                return new(place, day is { } dated && published is { } printed && printed.DayNumber - dated.DayNumber is >= 0 and <= Delay ? day : null, from, first);
            }

            from = sentences[s].Last;
        }

        return default;
    }

    private static NameEntry? Read(Knowledge knowledge, string text, ReadOnlySpan<Token> tokens, int? town)
    {
        string? country = null;
        NameEntry? place = null;
        var last = town ?? 0;
        while (town is null && last < tokens.Length && tokens[last].AllCapitals && tokens[last].Mark == Mark.Word && !tokens[last].Is(WordClass.Month | WordClass.Weekday))
            last++;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (i >= last && WordLists.AmericanStates.Has(text.AsSpan(tokens[i].Start, tokens[i].End - tokens[i].Start)))
                country ??= "USA";
            if (tokens[i].Word is null)
                continue;
            knowledge.Names.Match(tokens, i, out var found);
            var entry = found?.Find(e => e.Kind is NameKind.City or NameKind.State or NameKind.Seat);
            if (i < last)
                place ??= entry;
            else
                country ??= entry?.Country;
        }

        if (place is not null || last == 0)
            return place;

        // A place that is in no list, as it is usually written.
        var name = text[tokens[0].Start..tokens[last - 1].End];
        if (tokens[0].AllCapitals)
            name = string.Join(' ', name.Split(' ').Select(w => w.Length > 1 ? w[0] + w[1..].ToLowerInvariant() : w));
        return new NameEntry(NameKind.City, "-", name, country, 0, 0, false, false, name);
    }
}
