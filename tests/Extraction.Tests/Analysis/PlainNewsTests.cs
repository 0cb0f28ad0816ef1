using Parley.Contracts;

namespace Parley.Extraction.Tests.Analysis;

/// <summary>Plain agency sentences on offers, refusals, cancellations and delays: who is a party, and which day is the event's.</summary>
public sealed class PlainNewsTests
{
    [Theory]
    [InlineData("The Peruvian government called for direct talks with Ecuador.")]
    [InlineData("Peru turned down an invitation from Ecuador to talks in Lima.")]
    [InlineData("Peru rejected an offer of talks by Ecuador.")]
    public void Who_wants_talks_with_one_other_is_a_party_as_he_is(string text) =>
        Read.One(text).Participants.Where(p => p.Role == ParticipantRole.Party).Select(p => p.Id).ShouldBe(["PER", "ECU"], ignoreOrder: true);

    [Theory]
    [InlineData("Peru and Ecuador agreed on Monday to hold talks in Lima.")]
    [InlineData("Peru and Ecuador agreed on 4 March to hold talks in Lima.")]
    [InlineData("Peru proposed on Monday a new meeting with Ecuador.")]
    [InlineData("Peru expressed readiness today to sit down with Ecuador.")]
    [InlineData("Peru ruled out on Monday talks with Ecuador.")]
    [InlineData("The truce between Peru and Ecuador collapsed on Monday.")]
    public void The_day_of_a_step_is_not_the_events(string text) => Read.One(text).Start.ShouldBeNull();

    [Theory]
    [InlineData("Talks between Peru and Ecuador set for Thursday were delayed until Saturday.")]
    [InlineData("Peru and Ecuador postponed to Saturday the talks that were due on Thursday.")]
    public void What_is_put_off_has_its_new_day(string text)
    {
        var mention = Read.One(text);
        mention.Status.ShouldBe(EntryStatus.Postponed);
        mention.Start.ShouldBe(new DateOnly(2002, 3, 9));
    }

    [Fact]
    public void Who_leaves_talks_before_they_began_cancels_them() =>
        Read.One("Peru pulled out of talks with Ecuador that were due to open in Lima on Thursday.").Status.ShouldBe(EntryStatus.Cancelled);

    [Fact]
    public void A_breakaway_region_is_a_party_where_it_acts_and_a_place_where_it_is_told_of()
    {
        Read.One("Abkhazia and the Georgian government held talks in Geneva on Monday.").Ids().ShouldBe(["ABKHAZIA", "GEO"], ignoreOrder: true);
        Read.One("Talks on Abkhazia between Russia and Georgia opened in Geneva.").Ids().ShouldBe(["GEO", "RUS"], ignoreOrder: true);
    }
}
