using System.Diagnostics;
using Parley.Extraction.Analysis;

namespace Parley.Extraction.Tests.Analysis;

/// <summary>
/// Time and memory grow as the text does. Four times the text takes four times as long where that is linear and sixteen times where it is quadratic; the
/// bound lies between, so that neither a slow machine nor a busy one decides.
/// </summary>
[Collection(nameof(UndisturbedCollection))]
public sealed class PathologicalTests
{
    private const int Short = 49_000;
    private const int Times = 4;
    private const int Bound = 9;
    private const int Rounds = 12;

    public static TheoryData<string> Names { get; } = [.. PathologicalTexts.Linear.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Four_times_the_text_costs_far_less_than_sixteen_times_as_much(string name)
    {
        var text = PathologicalTexts.Linear[name];

        var (time, bytes) = Ratio(text(Short), text(Times * Short), Bound);

        time.ShouldBeLessThan(Bound, "time");
        bytes.ShouldBeLessThan(Bound, "bytes");
    }

    /// <summary>An event is compared with those before it, which only a text of nothing but different events makes felt.</summary>
    [Fact]
    public void Different_events_of_one_pair_are_at_worst_quadratic_in_their_number()
    {
        const int Quadratic = 24;

        var (time, bytes) = Ratio(PathologicalTexts.OneEventOfEachDay(Short), PathologicalTexts.OneEventOfEachDay(Times * Short), Quadratic);

        time.ShouldBeLessThan(Quadratic, "time");
        bytes.ShouldBeLessThan(Quadratic, "bytes");
    }

    [Theory]
    [InlineData("no full stop")]
    [InlineData("states only")]
    [InlineData("numbers only")]
    public void A_megabyte_costs_what_its_beginning_costs(string name)
    {
        var text = PathologicalTexts.Linear[name](1024 * 1024);

        var (time, bytes) = Ratio(text[..Analyzer.MaxLength], text, 2);

        Analyzer.Default.Analyze(Article(text)).Truncated.ShouldBeTrue();
        time.ShouldBeLessThan(2, "time");
        bytes.ShouldBeLessThan(1.01, "bytes");
    }

    /// <summary>What the longer text costs for each unit of the shorter one's, by the best of as many runs as it takes to come below the bound.</summary>
    private static (double Time, double Bytes) Ratio(string shorter, string longer, double bound)
    {
        _ = (Measure(shorter), Measure(longer));
        var (few, many) = (Measure(shorter), Measure(longer));
        for (var round = 0; round < Rounds && many.Time >= bound * few.Time; round++)
            (few, many) = (Least(few, Measure(shorter)), Least(many, Measure(longer)));
        return (many.Time / few.Time, (double)many.Bytes / few.Bytes);
    }

    private static (TimeSpan Time, long Bytes) Measure(string text)
    {
        var article = Article(text);
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var started = Stopwatch.GetTimestamp();
        Analyzer.Default.Analyze(article);
        return (Stopwatch.GetElapsedTime(started), GC.GetAllocatedBytesForCurrentThread() - bytes);
    }

    private static ArticleText Article(string text) => new(text, null, Read.Published);

    private static (TimeSpan Time, long Bytes) Least((TimeSpan Time, long Bytes) a, (TimeSpan Time, long Bytes) b) =>
        (a.Time < b.Time ? a.Time : b.Time, Math.Min(a.Bytes, b.Bytes));
}
