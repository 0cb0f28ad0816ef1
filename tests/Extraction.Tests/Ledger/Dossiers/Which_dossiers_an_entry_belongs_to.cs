using Parley.Contracts;
using Parley.Extraction.Ledger;
using Parley.Extraction.Ledger.Dossiers;
using static Parley.Contracts.EntryStatus;

namespace Parley.Extraction.Tests.Ledger.Dossiers;

public sealed class Which_dossiers_an_entry_belongs_to
{
    [Theory]
    [InlineData("TUR RUS", "pair:RUS+TUR")]
    [InlineData("GNA TUR", "about:LBY pair:LBY+TUR")]
    [InlineData("GNA LNA", "conflict:LBY pair:LBY+LNA")]
    [InlineData("LNA", "conflict:LBY")]
    [InlineData("GNA", "conflict:LBY")]
    [InlineData("COL FARC", "conflict:COL pair:COL+FARC")]
    [InlineData("HAMAS ISR", "conflict:PSE pair:HAMAS+ISR")]
    [InlineData("ISR PSE", "conflict:PSE pair:ISR+PSE")]
    [InlineData("LKA LKA.REB", "conflict:LKA pair:LKA+LKA.REB")]
    [InlineData("IRN P5+1", "pair:IRN+P5+1")]
    [InlineData("UKR", "about:UKR")]
    [InlineData("EU", "")]
    [InlineData("", "")]
    public void Talks_are_of_their_two_parties_and_of_the_country_that_a_side_fights_in(string parties, string keys) =>
        Keys(Told.Talks(Held, parties.Split(' ', StringSplitOptions.RemoveEmptyEntries))).ShouldBe(keys);

    [Fact]
    public void Talks_of_three_or_four_only_add_to_what_two_of_them_have() =>
        Keys(Told.Talks(Held, "DEU", "FRA", "RUS", "UKR"))
            .ShouldBe("among:DEU+FRA among:DEU+RUS among:DEU+UKR among:FRA+RUS among:FRA+UKR among:RUS+UKR");

    [Fact]
    public void A_summit_of_fifteen_is_of_what_it_is_about_and_of_no_pair()
    {
        string[] members = ["AUT", "BEL", "DEU", "DNK", "ESP", "FIN", "FRA", "GBR", "GRC", "IRL", "ITA", "LUX", "NLD", "PRT", "SWE"];

        Keys(Told.Talks(Held, members).A(EntryKind.Summit).About("Serbia")).ShouldBe("conflict:SRB");
        Keys(Told.Talks(Held, members).A(EntryKind.Summit)).ShouldBe("");
    }

    [Fact]
    public void What_talks_are_about_they_only_concern() =>
        Keys(Told.Talks(Planned, "RUS", "TUR").About("Libya", "Syria", "gas")).ShouldBe("about:LBY about:SYR pair:RUS+TUR");

    [Fact]
    public void The_country_of_a_mediator_or_host_is_not_what_they_are_about() =>
        Keys(Told.Talks(Held, "LKA", "LTTE").With(ParticipantRole.Mediator, "NOR").About("Norway", "Sri Lanka")).ShouldBe("conflict:LKA pair:LKA+LTTE");

    [Fact]
    public void A_ceasefire_is_of_the_country_of_its_sides_whatever_place_is_told() =>
        Keys(Told.Truce(Violated, "DPR", "UKR").At("Berlin", "DEU")).ShouldBe("conflict:UKR pair:DPR+UKR");

    [Fact]
    public void A_ceasefire_of_states_is_of_where_it_applies() =>
        Keys(Told.Truce(InForce, "RUS", "TUR").At("Idlib", "SYR").About("Russia")).ShouldBe("conflict:SYR pair:RUS+TUR");

    [Fact]
    public void A_ceasefire_without_a_place_is_of_what_the_text_speaks_of_besides_its_parties() =>
        Keys(Told.Truce(Proposed, "EGY").About("Egypt", "Libya")).ShouldBe("conflict:LBY");

    [Fact]
    public void A_war_of_two_states_is_their_pair() =>
        Keys(Told.Truce(InForce, "IRN", "IRQ").About("Iran", "Iraq")).ShouldBe("about:IRN about:IRQ pair:IRN+IRQ");

    [Fact]
    public void A_call_is_of_the_conflict_and_not_of_the_callers_country() =>
        Keys(Told.Truce(CalledFor).With(ParticipantRole.Caller, "TUR").About("Libya", "Turkey")).ShouldBe("conflict:LBY");

    [Fact]
    public void A_call_from_the_country_itself_is_of_its_conflict() =>
        Keys(Told.Truce(CalledFor).With(ParticipantRole.Caller, "UKR").About("Ukraine")).ShouldBe("conflict:UKR");

    [Theory]
    [InlineData("RUS", "TUR", "pair:RUS+TUR")]
    [InlineData("TUR", "RUS", "pair:RUS+TUR")]
    [InlineData("GNA", "TUR", "pair:LBY+TUR")]
    [InlineData("LBY", null, "conflict:LBY")]
    [InlineData("LNA", null, "conflict:LBY")]
    [InlineData("HAMAS", null, "conflict:PSE")]
    [InlineData("GNA", "LBY", null)]
    [InlineData("TUR", "TUR", null)]
    public void One_or_two_actors_name_a_dossier(string first, string? second, string? id) => DossierId.OfActors(first, second).ShouldBe(id);

    [Theory]
    [InlineData("pair:IRN+P5+1", "P5+1", true)]
    [InlineData("pair:IRN+P5+1", "IRN", true)]
    [InlineData("pair:IRN+P5+1", "P5", false)]
    [InlineData("conflict:IRN", "IRN", false)]
    public void A_pair_is_of_its_two_parties(string id, string party, bool its) => DossierId.IsPairOf(id, party).ShouldBe(its);

    [Fact]
    public void Every_land_and_spoken_name_is_of_a_party_that_the_lists_know()
    {
        var known = Parley.Extraction.Analysis.KnownActor.All.Select(a => a.Id).ToHashSet();

        LedgerKnowledge.Rows("spoken-names.tsv").Concat(LedgerKnowledge.Rows("lands.tsv")).Select(r => r[0]).Where(id => !known.Contains(id)).ShouldBeEmpty();
        LedgerKnowledge.Rows("lands.tsv").Select(r => r[0]).ShouldAllBe(id => Countries.IsCode(id));
    }

    private static string Keys(Told told) => string.Join(' ', DossierKeys.Of(EntryFold.Fold([told.In("afp-1", "2020-06-14T09:00:00Z")])));
}
