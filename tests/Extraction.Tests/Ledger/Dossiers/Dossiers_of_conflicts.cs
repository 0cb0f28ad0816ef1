using System.Globalization;
using Parley.Contracts;
using Parley.Extraction.Ledger;
using Parley.Extraction.Ledger.Dossiers;
using static Parley.Contracts.EntryKind;
using static Parley.Contracts.EntryStatus;

namespace Parley.Extraction.Tests.Ledger.Dossiers;

public sealed class Dossiers_of_conflicts
{
    private static readonly Told Truce = Told.Truce(InForce, "COL", "FARC").On("2020-06-12").In("efe-1", "2020-06-12T09:00:00Z");

    [Fact]
    public void Say_since_when_the_ceasefire_is_in_force_and_between_whom()
    {
        var dossier = Of("COL", "2020-06-14", Truce);

        (dossier.Title, dossier.Type).ShouldBe(("Colombia", DossierType.Conflict));
        dossier.Summary.ShouldBe("Ceasefire between Colombia and the FARC in force since 12 June.");
        var truce = dossier.Ceasefire.ShouldNotBeNull();
        (truce.Status, truce.Since, truce.SincePrecision, truce.SinceReported).ShouldBe((InForce, new DateOnly(2020, 6, 12), DatePrecision.Day, false));
    }

    [Fact]
    public void Say_that_a_truce_is_in_force_again() =>
        Summary("COL", "2020-06-20", Truce, Truce.As(Violated).In("efe-2", "2020-06-14T09:00:00Z"), Truce.As(InForce).In("efe-3", "2020-06-18T09:00:00Z"))
            .ShouldBe("Ceasefire of 12 June between Colombia and the FARC in force again after a breach (reported 18 June).");

    [Theory]
    [InlineData("2020-06-11", "agreed, to take effect on 12 June.")]
    [InlineData("2020-06-20", "agreed, was to take effect on 12 June.")]
    [InlineData("2021-06-20", "agreed, was to take effect on 12 June 2020, nothing heard of it since.")]
    public void Say_when_a_truce_is_to_take_effect_and_do_not_take_it_for_done(string day, string told) =>
        Summary("COL", day, Truce.As(Agreed).In("efe-1", "2020-06-10T09:00:00Z")).ShouldBe("Ceasefire between Colombia and the FARC " + told);

    [Theory]
    [InlineData("2020-06-13", ", until 15 June.")]
    [InlineData("2020-06-20", ", was to last until 15 June.")]
    public void Say_until_when_a_truce_is_to_hold(string day, string told) =>
        Summary("COL", day, Truce.On("2020-06-12", "2020-06-15")).ShouldBe("Ceasefire between Colombia and the FARC in force since 12 June" + told);

    [Fact]
    public void Say_how_long_nothing_was_heard_of_a_truce()
    {
        Summary("COL", "2020-09-01", Truce).ShouldEndWith("in force since 12 June, nothing heard of it since.");
        Summary("COL", "2020-09-01", Truce, Truce.In("efe-2", "2020-06-18T09:00:00Z")).ShouldEndWith("in force since 12 June (last reported 18 June).");
    }

    [Fact]
    public void Say_that_there_is_none_after_a_collapse_and_what_is_done_for_another()
    {
        var dossier = Of(
            "COL", "2020-06-20",
            Truce,
            Truce.As(Collapsed).In("efe-2", "2020-06-15T09:00:00Z"),
            Told.Truce(CalledFor).At("Colombia", "COL").With(ParticipantRole.Caller, "UN").In("efe-3", "2020-06-18T09:00:00Z"));

        dossier.Summary.ShouldBe(
            "No ceasefire: ceasefire of 12 June between Colombia and the FARC collapsed (reported 15 June); ceasefire in Colombia called for by the United Nations (reported 18 June).");
        dossier.CeasefireEfforts.ShouldHaveSingleItem().Status.ShouldBe(CalledFor);
    }

    [Fact]
    public void Do_not_tell_of_the_wish_for_the_ceasefire_that_stands() =>
        Of("COL", "2020-06-20", Told.Truce(CalledFor).At("Colombia", "COL").In("efe-0", "2020-06-01T09:00:00Z"), Truce).CeasefireEfforts.ShouldBeEmpty();

    [Fact]
    public void Are_not_misled_by_an_older_truce_told_as_context() => Of(
        "COL", "2020-06-20",
        Truce,
        Told.Truce(Collapsed, "COL", "FARC").On("2012-01-01", precision: DatePrecision.Year).Background().In("efe-2", "2020-06-18T09:00:00Z")).Ceasefire!.Status.ShouldBe(InForce);

    [Fact]
    public void Take_the_news_of_an_old_truce_for_the_present_state()
    {
        var dossier = Of(
            "LKA", "2008-01-04",
            Told.Truce(InForce, "LKA", "LTTE").On("2002-02-22").In("ap-1", "2002-02-22T09:00:00Z"),
            Told.Truce(Agreed, "LKA", "LTTE").A(CessationOfHostilities).On("2006-02-24").In("ap-2", "2006-02-24T09:00:00Z"),
            Told.Truce(Suspended, "LKA", "LTTE").On("2002-02-22").In("ap-3", "2008-01-03T09:00:00Z"));

        dossier.Summary.ShouldBe("Ceasefire of 22 February 2002 between Sri Lanka and the Tamil Tigers suspended (reported 3 January).");
        dossier.FormerCeasefires.ShouldHaveSingleItem().Start.ShouldBe(new DateOnly(2006, 2, 24));
    }

    [Fact]
    public void Let_a_later_truce_take_the_place_of_an_earlier_one()
    {
        var dossier = Of(
            "PSE", "2014-08-28",
            Told.Truce(InForce, "HAMAS", "ISR").At("Gaza", "PSE").On("2014-08-05").In("ap-1", "2014-08-05T09:00:00Z"),
            Told.Truce(InForce, "ISR", "PSE").On("2014-08-26").In("ap-2", "2014-08-27T09:00:00Z"));

        dossier.Ceasefire!.Start.ShouldBe(new DateOnly(2014, 8, 26));
        dossier.FurtherCeasefires.ShouldBeEmpty();
        dossier.FormerCeasefires.ShouldHaveSingleItem();
        dossier.Title.ShouldBe("Palestinian territories");
    }

    [Fact]
    public void Keep_the_truces_of_several_armed_groups_apart()
    {
        var dossier = Of(
            "MMR", "2020-06-20",
            Told.Truce(InForce, "KIA", "MMR").On("2020-06-12").In("ap-1", "2020-06-12T09:00:00Z"),
            Told.Truce(InForce, "KNU", "MMR").On("2020-06-14").In("ap-2", "2020-06-14T09:00:00Z"));

        dossier.Summary.ShouldBe("Ceasefire between the Karen National Union and Myanmar in force since 14 June; one more stands.");
        dossier.FurtherCeasefires.ShouldHaveSingleItem().Text.ShouldBe("ceasefire between the Kachin Independence Army and Myanmar in force since 12 June");
    }

    [Fact]
    public void Have_the_talks_of_two_states_at_war_though_these_do_not_say_what_they_are_about()
    {
        LedgerMention[] told =
        [
            Told.Truce(Agreed, "RUS", "UKR").At("Ukraine", "UKR").On("2015-02-12").In("ap-1", "2015-02-12T09:00:00Z"),
            Told.Talks(Held, "RUS", "UKR").On("2015-02-10").In("ap-2", "2015-02-10T09:00:00Z"),
            Told.Talks(Held, "RUS", "TUR").On("2015-02-11").In("ap-3", "2015-02-11T09:00:00Z"),
        ];

        Of("UKR", "2015-02-14", told).LastTalks!.Text.ShouldBe("Russia and Ukraine met on 10 February");
        Of("UKR", "2015-02-14", told).EntryCount.ShouldBe(2);
    }

    [Fact]
    public void Tell_the_talks_of_the_sides_apart_from_those_of_others()
    {
        var dossier = Of(
            "LBY", "2020-06-20",
            Told.Talks(Held, "GNA", "LNA").A(Negotiation).On("2020-06-10").In("ap-1", "2020-06-10T09:00:00Z"),
            Told.Talks(Held, "RUS", "TUR").A(Call).On("2020-06-14").About("Libya").In("ap-2", "2020-06-14T09:00:00Z"),
            Told.Talks(Held, "RUS", "TUR").A(Call).On("2020-06-15").About("Syria").In("ap-3", "2020-06-15T09:00:00Z"));

        dossier.LastTalks!.Text.ShouldBe("Libya's Government of National Accord and the Libyan National Army held talks on 10 June");
        dossier.LastOutsideTalks!.Text.ShouldBe("Russia and Turkey spoke by phone on 14 June");
        dossier.Summary.ShouldBe(
            "Libya's Government of National Accord and the Libyan National Army last held talks on 10 June; Russia and Turkey last spoke by phone on 14 June.");
    }

    [Fact]
    public void Say_where_sources_contradict_one_another() =>
        Summary("COL", "2020-06-14", Truce.As(Agreed), Truce.As(Rejected).In("tass", "2020-06-12T12:00:00Z")).ShouldContain("disputed");

    [Fact]
    public void Give_the_place_where_it_is_a_part_of_the_country() =>
        Summary("AZE", "2020-10-12", Told.Truce(Agreed, "ARM", "AZE").At("Nagorno-Karabakh", "AZE").On("2020-10-10").In("ap-1", "2020-10-10T09:00:00Z"))
            .ShouldBe("Ceasefire between Armenia and Azerbaijan in Nagorno-Karabakh agreed on 10 October.");

    [Fact]
    public void Of_the_five_articles_tell_where_Libya_stood()
    {
        var dossier = DossierFold.Of("conflict:LBY", LedgerFold.Fold(SeedStory.Mentions), Noon("2020-07-25")).ShouldNotBeNull();

        dossier.Ceasefire!.Status.ShouldBe(Collapsed);
        dossier.CeasefireEfforts.Count.ShouldBeGreaterThan(0);
        dossier.LastTalks.ShouldNotBeNull().Participants.ShouldContain(p => p.Id == "GNA" || p.Id == "LBY");
        dossier.LastOutsideTalks.ShouldNotBeNull();
    }

    private static Dossier Of(string country, string day, params LedgerMention[] mentions) =>
        DossierFold.Of("conflict:" + country, LedgerFold.Fold(mentions), Noon(day)).ShouldNotBeNull();

    private static string Summary(string country, string day, params LedgerMention[] mentions) => Of(country, day, mentions).Summary;

    private static DateTimeOffset Noon(string day) => DateTimeOffset.Parse(day + "T12:00:00Z", CultureInfo.InvariantCulture);
}
