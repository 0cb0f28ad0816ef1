using System.Globalization;

namespace Parley.Contracts.Tests.Model;

public sealed class Publication_times
{
    [Theory]
    [InlineData("2031-03-02T21:05:07+03:00", "2031-03-02T21:05:07.0000000+03:00")]
    [InlineData("2031-03-02T21:05:07-03:30", "2031-03-02T21:05:07.0000000-03:30")]
    [InlineData("2031-03-02T21:05:07Z", "2031-03-02T21:05:07.0000000+00:00")]
    [InlineData("2031-03-02t21:05:07z", "2031-03-02T21:05:07.0000000+00:00")]
    [InlineData("2031-03-02 21:05:07+03:00", "2031-03-02T21:05:07.0000000+03:00")]
    [InlineData("2031-03-02T21:05+03:00", "2031-03-02T21:05:00.0000000+03:00")]
    [InlineData("2031-03-02T21:05:07.5Z", "2031-03-02T21:05:07.5000000+00:00")]
    [InlineData("2031-03-02T21:05:07.1234567+03:00", "2031-03-02T21:05:07.1234567+03:00")]
    [InlineData("2031-03-02T21:05:07.123456789+03:00", "2031-03-02T21:05:07.1234567+03:00")]
    [InlineData("2031-03-02 21:05:07.25+03:00", "2031-03-02T21:05:07.2500000+03:00")]
    [InlineData("  2031-03-02T21:05:07Z\n", "2031-03-02T21:05:07.0000000+00:00")]
    public void A_time_of_rfc_3339_is_read_with_its_offset(string text, string time) => Read(text).ShouldBe(time);

    [Fact]
    public void A_time_without_an_offset_is_utc() => Read("2031-03-02T21:05:07").ShouldBe("2031-03-02T21:05:07.0000000+00:00");

    [Fact]
    public void A_bare_day_is_its_noon_in_utc() => Read("2031-03-02").ShouldBe("2031-03-02T12:00:00.0000000+00:00");

    [Theory]
    [InlineData("1600-01-01T00:00:00+14:00")]
    [InlineData("2399-12-31T23:59:59-12:00")]
    public void The_first_and_the_last_years_are_read(string text) => PublicationTime.Parse(text).ShouldNotBeNull();

    [Theory]
    [InlineData("1599-12-31")]
    [InlineData("2400-01-01T00:00:00Z")]
    [InlineData("9999-12-31")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("02.03.2031")]
    [InlineData("2031-02-29")]
    [InlineData("2031-13-01")]
    [InlineData("2031-03-02T25:00:00Z")]
    [InlineData("2031-03-02T21:05:07+19:00")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("1931075107")]
    [InlineData("Sun, 02 Mar 2031 21:05:07 GMT")]
    public void Anything_else_is_not(string text) => PublicationTime.Parse(text).ShouldBeNull();

    private static string? Read(string text) => PublicationTime.Parse(text)?.ToString("O", CultureInfo.InvariantCulture);
}
