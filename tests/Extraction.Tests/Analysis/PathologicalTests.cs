using Parley.Extraction.Analysis;
using Parley.Tests;

namespace Parley.Extraction.Tests.Analysis;

/// <summary>
/// Time and memory grow as the text does. To read a text of four times the length once costs what it costs to read the shorter one four times where that is
/// linear, and four times as much where it is quadratic; the bound lies between. Both take about as long, so that a busy machine, which slows even the
/// processor's own time, disturbs the one as it does the other.
/// </summary>
[Collection(nameof(UndisturbedCollection))]
public sealed class PathologicalTests
{
    private const int Short = 49_000;
    private const int Times = 4;
    private const double Bound = 2.25;
    private const int Rounds = 30;

    public static TheoryData<string> Names { get; } = [.. PathologicalTexts.Linear.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Four_times_the_text_costs_little_more_than_four_texts(string name)
    {
        var text = PathologicalTexts.Linear[name];

        var (time, bytes) = Ratio(text(Short), text(Times * Short), Times, Bound);

        time.ShouldBeLessThan(Bound, "time");
        bytes.ShouldBeLessThan(Bound, "bytes");
    }

    [Theory]
    [InlineData("no full stop")]
    [InlineData("states only")]
    [InlineData("numbers only")]
    public void A_megabyte_costs_what_its_beginning_costs(string name)
    {
        var text = PathologicalTexts.Linear[name](1024 * 1024);

        var (time, bytes) = Ratio(text[..Analyzer.MaxLength], text, 1, 2);

        Analyzer.Default.Analyze(Article(text)).Truncated.ShouldBeTrue();
        time.ShouldBeLessThan(2, "time");
        bytes.ShouldBeLessThan(1.01, "bytes");
    }

    /// <summary>What the longer text costs beside the shorter one so many times over, by the best of as many runs as it takes to come below the bound.</summary>
    private static (double Time, double Bytes) Ratio(string shorter, string longer, int times, double bound)
    {
        _ = (Measure(shorter, times), Measure(longer, 1));
        var (few, many) = (Measure(shorter, times), Measure(longer, 1));
        for (var round = 0; round < Rounds && many.Time >= bound * few.Time; round++)
            (few, many) = (Least(few, Measure(shorter, times)), Least(many, Measure(longer, 1)));
        return (many.Time / few.Time, (double)many.Bytes / few.Bytes);
    }

    private static (TimeSpan Time, long Bytes) Measure(string text, int times)
    {
        var article = Article(text);
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var started = ThreadTime.Nanoseconds;
        for (var i = 0; i < times; i++)
            Analyzer.Default.Analyze(article);
        return (TimeSpan.FromMicroseconds((ThreadTime.Nanoseconds - started) / 1_000.0), GC.GetAllocatedBytesForCurrentThread() - bytes);
    }

    private static ArticleText Article(string text) => new(text, null, Read.Published);

    private static (TimeSpan Time, long Bytes) Least((TimeSpan Time, long Bytes) a, (TimeSpan Time, long Bytes) b) =>
        (a.Time < b.Time ? a.Time : b.Time, Math.Min(a.Bytes, b.Bytes));
}
