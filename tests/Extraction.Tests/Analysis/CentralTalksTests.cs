using Parley.Contracts;

namespace Parley.Extraction.Tests.Analysis;

/// <summary>Talks that go on for days and run through a whole story; published on Wednesday, 6 March 2002.</summary>
public sealed class CentralTalksTests
{
    private const string War = "Soldiers of Chad and Libya traded artillery fire at the front, and troops of Chad and Libya died. ";

    [Theory]
    [InlineData("Israel and Syria will open negotiations in Oslo on Tuesday of next week.", "2002-03-12")]
    [InlineData("Chad and Libya, whose negotiators were in the third day of peace talks with each other, kept silent.", "2002-03-04")]
    [InlineData("Chad and Libya opened negotiations in February. The negotiations, now in their 11th day, must end by noon on Saturday.", "2002-02-24")]
    public void The_first_day_of_a_round(string text, string day) =>
        Read.Mentions(text).ShouldContain(m => m.Type == EntryType.Talks && m.Start == DateOnly.Parse(day, null));

    [Theory]
    [InlineData("The talks between Chad and Libya must end by noon on Saturday.")]
    [InlineData("The premier has cleared his diary through Sunday, when the talks between Chad and Libya are supposed to end, and he slept on Thursday in Tunis.")]
    public void The_last_day_of_talks_is_not_their_first(string text) =>
        Read.Mentions(text).ShouldContain(m => m.Type == EntryType.Talks && m.Start == null && m.Status == EntryStatus.UnderWay);

    [Fact]
    public void The_sentence_behind_says_how_long_they_lasted() =>
        Read.Mentions("Talks between Chad and Libya ended on Tuesday without an agreement. After 12 days at the palace, both went home.")
            .ShouldContain(m => m.Start == new DateOnly(2002, 2, 22) && m.End == new DateOnly(2002, 3, 5));

    [Theory]
    [InlineData("The Union said that the peace talks would be held under the chairmanship of Algeria with envoys of Egypt in attendance.")]
    [InlineData("Algeria and Egypt will share the chair at the peace talks.")]
    [InlineData("The Algerian mediator, Lakhdar Brahimi of Algeria, met each delegation on Tuesday.")]
    public void Who_chairs_the_talks_of_two_others_is_no_side(string text) =>
        Read.Mentions(War + text).ShouldContain(m => m.Type == EntryType.Talks && m.Participants.Where(p => p.Role == ParticipantRole.Party).Select(p => p.Id).Order().SequenceEqual(new[] { "LBY", "TCD" }));

    [Fact]
    public void Who_convenes_talks_is_no_side() =>
        Read.Mentions("Chad's foreign minister left on Tuesday to take part in the talks which the African Union is convening in Algiers.")
            .ShouldAllBe(m => !m.Participants.Any(p => p.Role == ParticipantRole.Party && p.Id == "AU"));

    [Fact]
    public void A_parliament_sits_and_holds_no_talks() =>
        Read.Mentions("The Libyan parliament will hold a session on Thursday to decide whether its men should go to Cairo.").ShouldBeEmpty();

    [Fact]
    public void A_people_is_that_of_the_land_that_the_text_names() =>
        Read.Mentions("Serbia and the Albanians opened talks on Kosovo in Vienna on Tuesday.").ShouldContain(m => m.Participants.Any(p => p.Id == "XKX"));
}
