using Parley.Extraction.Ledger;

namespace Parley.Extraction.Tests.Ledger;

public sealed class What_a_part_must_hold
{
    private static readonly DateTimeOffset Monday = new(2024, 3, 4, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Grows_by_the_keys_that_are_new()
    {
        var extent = Of(["a", "b"], days: Week(1));
        var lacking = Of(["b", "c"], ["d"], Week(1));

        var more = extent.Add(lacking, Monday);

        (Sorted(more.Whole), Sorted(more.Later), more.From).ShouldBe(("c", "d", Monday));
        more.Days.ShouldBe([Week(1)]);
        (Sorted(extent.Whole), Sorted(extent.Later)).ShouldBe(("a b c", "d"));
    }

    [Fact]
    public void Grows_by_all_its_keys_where_the_days_reach_further()
    {
        var extent = Of(["a", "b"], ["d"], Week(1));

        var more = extent.Add(Of(["a"], days: Week(5)), Monday);

        (Sorted(more.Whole), Sorted(more.Later)).ShouldBe(("a b", "d"));
        more.Days.ShouldBe([Week(1), Week(5)]);
    }

    [Fact]
    public void Grows_by_all_its_keys_where_later_ones_begin_earlier()
    {
        var extent = Of(["a"], ["d"], Week(1));

        var more = extent.Add(Of([], ["e"]), Monday.AddDays(-9));

        (Sorted(more.Whole), Sorted(more.Later), more.From).ShouldBe(("a", "d e", Monday.AddDays(-9)));
    }

    [Fact]
    public void Does_not_grow_by_what_it_has()
    {
        var extent = Of(["a", "b"], ["d"], Week(1));

        var more = extent.Add(Of(["b"], ["a", "d"], Week(1)), Monday.AddDays(1));

        (more.Whole.Count, more.Later.Count).ShouldBe((0, 0));
    }

    private static PartExtent Of(string[] whole, string[]? later = null, DayRange? days = null)
    {
        var extent = new PartExtent();
        foreach (var key in whole) extent.Add(key);
        foreach (var key in later ?? []) extent.Add(key, Monday);
        if (days is { } spell) extent.Add(spell);
        return extent;
    }

    private static DayRange Week(int number)
    {
        var middle = new DateOnly(2024, 1, 1).AddDays(7 * number);
        return DayRange.Around(middle, middle, 3, 3);
    }

    private static string Sorted(IEnumerable<string> keys) => string.Join(' ', keys.Order(StringComparer.Ordinal));
}
