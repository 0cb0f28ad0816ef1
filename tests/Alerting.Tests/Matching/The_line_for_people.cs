using Parley.Alerting.Matching;
using Parley.Contracts;

namespace Parley.Alerting.Tests.Matching;

public sealed class The_line_for_people
{
    [Fact]
    public void It_says_what_changed_who_where_and_when() =>
        AlertText.Summary(Changes.PutOff).ShouldBe("Talks postponed: Cyprus and Turkey, visit, Nicosia, 4 March 2031 (planned → postponed)");

    [Fact]
    public void It_leaves_out_what_no_one_has_told() =>
        AlertText.Summary(Changes.NewTruce).ShouldBe("Ceasefire in force: humanitarian pause (new)");

    [Theory]
    [InlineData(1, "Ålesund")]
    [InlineData(2, "Ålesund and Brest")]
    [InlineData(3, "Ålesund, Brest and Cádiz")]
    public void Parties_are_listed_as_people_list_them(int count, string words)
    {
        var parties = new[] { "Ålesund", "Brest", "Cádiz" }.Take(count).Select(n => new Participant { Id = n, Name = n }).ToList();

        AlertText.Summary(Changes.NewTruce with { After = Changes.Truce with { Participants = parties } })
            .ShouldBe($"Ceasefire in force: {words}, humanitarian pause (new)");
    }

    [Theory]
    [InlineData(DatePrecision.Week, null, "week of 3 March 2031")]
    [InlineData(DatePrecision.Month, null, "March 2031")]
    [InlineData(DatePrecision.Year, null, "2031")]
    [InlineData(DatePrecision.Day, null, "3 March 2031")]
    [InlineData(DatePrecision.Day, 3, "3 March 2031")]
    [InlineData(DatePrecision.Day, 5, "3 March 2031 to 5 March 2031")]
    [InlineData(null, null, "3 March 2031")]
    public void A_date_is_no_more_exact_than_it_is_known(DatePrecision? precision, int? lastDay, string words)
    {
        var truce = Changes.Truce with
        {
            Start = new DateOnly(2031, 3, 3),
            End = lastDay is { } day ? new DateOnly(2031, 3, day) : null,
            StartPrecision = precision,
        };

        AlertText.Summary(Changes.NewTruce with { After = truce }).ShouldBe($"Ceasefire in force: humanitarian pause, {words} (new)");
    }

    [Theory]
    [InlineData(ChangeKind.Retracted, "(retracted)")]
    [InlineData(ChangeKind.Status, "(planned → postponed)")]
    public void The_step_comes_last(ChangeKind kind, string words) => AlertText.Summary(Changes.PutOff with { Kind = kind }).ShouldEndWith(words);

    [Theory]
    [InlineData(ChangeKind.Details, "(details)")]
    [InlineData(ChangeKind.Disputed, "(disputed)")]
    [InlineData(ChangeKind.Merged, "(merged)")]
    public void Where_the_status_stays_the_kind_of_change_is_named(ChangeKind kind, string words) =>
        AlertText.Summary(Changes.PutOff with { Kind = kind, Before = Changes.Visit }).ShouldEndWith(words);
}
