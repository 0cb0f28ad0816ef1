using Parley.Contracts;

namespace Parley.Extraction.Tests.Analysis;

/// <summary>Turns of phrase in which a party is easily lost, or a false one won.</summary>
public sealed class ReadingTests
{
    [Fact]
    public void A_town_stands_for_its_country_when_a_foreigner_visits_it() =>
        Read.One("The Iraqi foreign minister is due to visit Istanbul on Friday.").Ids().ShouldBe(["IRQ", "TUR"], ignoreOrder: true);

    [Theory]
    [InlineData("Chile's president held talks with his Peruvian hosts on Monday.")]
    [InlineData("Chile's president held talks with his Peruvian guests on Monday.")]
    public void Hosts_and_guests_are_parties(string text) =>
        Read.One(text).Ids().ShouldBe(["CHL", "PER"], ignoreOrder: true);

    [Fact]
    public void A_phrase_in_commas_does_not_hide_the_subject() =>
        Read.One("Algeria, a friend of the rebels, had proposed a truce in Mali.").Participants.ShouldContain(p => p.Id == "DZA");

    [Theory]
    [InlineData("The Chilean side called the trip a fruit of patience.")]
    [InlineData("Peruvian television called the truce a last chance.")]
    public void To_call_it_something_is_no_call(string text) => Read.Mentions(text).ShouldBeEmpty();

    [Fact]
    public void What_two_settle_by_telephone_is_a_call()
    {
        var mention = Read.One("Tony Blair and Jacques Chirac had settled it by telephone on Monday.");
        (mention.Kind, mention.Status).ShouldBe((EntryKind.Call, EntryStatus.Held));
        mention.Ids().ShouldBe(["GBR", "FRA"], ignoreOrder: true);
    }

    [Fact]
    public void Failing_to_agree_ends_talks_without_result() =>
        Read.One("The foreign ministers of Greece and Turkey failed in Vienna on Monday to agree on a map.").Status.ShouldBe(EntryStatus.Suspended);

    [Fact]
    public void A_ceasefire_is_where_it_applies_and_not_where_it_was_signed() =>
        Read.One("Rebels and the government of Chad signed a ceasefire in Oslo on Monday.").Place?.Name.ShouldNotBe("Oslo");

    [Fact]
    public void What_happens_when_they_meet_again_is_to_come() =>
        Read.Mentions("When the delegations of Peru and Ecuador meet again, they will talk of mines.").ShouldAllBe(m => m.Status == EntryStatus.Planned);

    [Fact]
    public void Who_is_due_in_a_country_is_to_visit_it()
    {
        var mention = Read.One("Brazil's foreign and defence ministers are due in Colombia on Friday.");
        (mention.Kind, mention.Status, mention.Start).ShouldBe((EntryKind.Visit, EntryStatus.Planned, new DateOnly(2002, 3, 8)));
        mention.Ids().ShouldBe(["BRA", "COL"], ignoreOrder: true);
    }

    [Fact]
    public void An_official_of_no_country_visits_nobody() =>
        Read.Mentions("A senior bank official visited Singapore last week.").ShouldBeEmpty();

    [Fact]
    public void How_to_revive_a_truce_is_no_truce() =>
        Read.Mentions("Peru and Ecuador discussed on Monday how to revive the truce.").ShouldNotContain(m => m.Type == EntryType.Ceasefire && m.Status == EntryStatus.InForce);
}
