using Parley.Ingestion.Cleaning;

namespace Parley.Ingestion.Tests.Cleaning;

public sealed class PublicationDateTests
{
    private static readonly DateOnly Latest = new(2020, 1, 5);

    [Theory]
    [InlineData(" date 2019-03-02 Ministers meet in Oslo\n\nOSLO\nThe ministers met.", "2019-03-02T00:00:00")]
    [InlineData(" date 2019-03-02 Ministers meet in Oslo\n\n  • March 2 2019 09:15:00\n\nThe ministers met.", "2019-03-02T09:15:00")]
    [InlineData("Published: 2 March 2019\nThe ministers met.", "2019-03-02T00:00:00")]
    [InlineData("OSLO, March 2, 2019 (Agency) - The ministers met.", "2019-03-02T00:00:00")]
    [InlineData("The ministers of Norway (R) and Sweden (L) hold a news conference in Oslo on March 2, 2019. (Photo)", "2019-03-02T00:00:00")]
    public void A_stated_date_is_found(string text, string expected) =>
        PublicationDate.Infer(text, Latest).ShouldBe(new DateTimeOffset(DateTime.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.Zero));

    [Theory]
    [InlineData("The ministers met on March 2, 2019 and agreed to meet again.")]
    [InlineData("The truce was signed in 1991.")]
    [InlineData("")]
    [InlineData("Date: 0001-01-01\nThe ministers met.")]
    public void A_date_of_the_story_is_none_of_publication(string text) => PublicationDate.Infer(text, Latest).ShouldBeNull();

    [Fact]
    public void A_dateline_without_a_year_takes_the_latest_before_arrival() =>
        PublicationDate.Infer("OSLO, Dec 30 (Agency) - The ministers met.", Latest).ShouldBe(new DateTimeOffset(2019, 12, 30, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public void A_date_after_arrival_is_not_believed() =>
        PublicationDate.Infer("Published: 2 March 2029\nThe ministers met.", Latest).ShouldBeNull();
}
