using Parley.Alerting.Matching;
using Parley.Alerting.Subscriptions;
using Parley.Contracts;

namespace Parley.Alerting.Tests.Matching;

public sealed class What_a_subscription_lets_through
{
    private static readonly SubscriptionFilter Everything = SubscriptionFilter.Everything;

    [Fact]
    public void One_without_conditions_lets_everything_through()
    {
        Matches(Everything, Changes.PutOff).ShouldBeTrue();
        Matches(Everything, Changes.NewTruce).ShouldBeTrue();
    }

    [Theory]
    [InlineData("TUR", true)]
    [InlineData("GRC,CYP", true)]
    [InlineData("UN", true)]
    [InlineData("GRC", false)]
    [InlineData("tur", false)]
    [InlineData("TU", false)]
    public void Of_its_actors_one_must_take_part(string actors, bool matches) =>
        Matches(Everything with { Actors = actors.Split(',') }, Changes.PutOff).ShouldBe(matches);

    [Fact]
    public void An_entry_without_participants_is_for_those_who_ask_for_no_actor() =>
        Matches(Everything with { Actors = ["TUR"] }, Changes.NewTruce).ShouldBeFalse();

    [Theory]
    [InlineData("CYP", "TUR", true)]
    [InlineData("TUR", "UN", true)]
    [InlineData("CYP", "GRC", false)]
    public void Of_a_pair_both_must_take_part(string one, string other, bool matches) =>
        Matches(Everything with { Pairs = [new ActorPair(one, other)] }, Changes.PutOff).ShouldBe(matches);

    [Fact]
    public void Actors_and_pairs_are_one_list()
    {
        Matches(Everything with { Actors = ["GRC"], Pairs = [new ActorPair("CYP", "TUR")] }, Changes.PutOff).ShouldBeTrue();
        Matches(Everything with { Actors = ["UN"], Pairs = [new ActorPair("CYP", "GRC")] }, Changes.PutOff).ShouldBeTrue();
        Matches(Everything with { Actors = ["GRC"], Pairs = [new ActorPair("CYP", "GRC")] }, Changes.PutOff).ShouldBeFalse();
    }

    [Theory]
    [InlineData("CYP", true)]
    [InlineData("nicosia", true)]
    [InlineData("Nicósia", true)]
    [InlineData("TUR", false)]
    [InlineData("Nico", false)]
    public void The_place_is_its_country_s_code_or_its_name_in_any_spelling(string place, bool matches) =>
        Matches(Everything with { Places = [place] }, Changes.PutOff).ShouldBe(matches);

    [Fact]
    public void A_topic_is_one_of_the_entry_s()
    {
        var change = Changes.PutOff with { After = Changes.Visit with { Topics = ["Cyprus dispute", "Côte d'Ivoire"] } };

        Matches(Everything with { Topics = ["Libya", "cyprus dispute"] }, change).ShouldBeTrue();
        Matches(Everything with { Topics = ["Cote d’Ivoire"] }, change).ShouldBeTrue();
        Matches(Everything with { Topics = ["Cyprus"] }, change).ShouldBeFalse();
        Matches(Everything with { Topics = ["Cyprus dispute"] }, Changes.PutOff).ShouldBeFalse();
    }

    [Theory]
    [InlineData(EntryType.Talks, true)]
    [InlineData(EntryType.Ceasefire, false)]
    public void The_type_must_be_one_of_its_types(EntryType type, bool matches) => Matches(Everything with { Types = [type] }, Changes.PutOff).ShouldBe(matches);

    [Theory]
    [InlineData(EntryKind.Visit, true)]
    [InlineData(EntryKind.Meeting, false)]
    public void The_kind_must_be_one_of_its_kinds(EntryKind kind, bool matches) => Matches(Everything with { Kinds = [kind] }, Changes.PutOff).ShouldBe(matches);

    [Theory]
    [InlineData(EntryStatus.Postponed, true)]
    [InlineData(EntryStatus.Planned, false)]
    public void The_status_that_counts_is_the_one_after_the_change(EntryStatus status, bool matches) =>
        Matches(Everything with { Statuses = [status] }, Changes.PutOff).ShouldBe(matches);

    [Theory]
    [InlineData(EntryStatus.Planned, EntryStatus.Postponed, true)]
    [InlineData(null, EntryStatus.Postponed, true)]
    [InlineData(EntryStatus.Planned, null, true)]
    [InlineData(EntryStatus.Held, EntryStatus.Postponed, false)]
    [InlineData(EntryStatus.Planned, EntryStatus.Cancelled, false)]
    public void A_move_is_from_one_status_to_another(EntryStatus? from, EntryStatus? to, bool matches) =>
        Matches(Everything with { Moves = [new StatusMove(from, to)] }, Changes.PutOff).ShouldBe(matches);

    [Fact]
    public void That_something_appears_is_a_move_to_its_status_and_from_none()
    {
        Matches(Everything with { Moves = [new StatusMove(null, EntryStatus.InForce)] }, Changes.NewTruce).ShouldBeTrue();
        Matches(Everything with { Moves = [new StatusMove(EntryStatus.Agreed, EntryStatus.InForce)] }, Changes.NewTruce).ShouldBeFalse();
    }

    [Fact]
    public void A_change_of_the_day_is_no_move()
    {
        var moved = Changes.PutOff with { Kind = ChangeKind.Details, Before = Changes.Visit with { Start = new DateOnly(2031, 3, 3) } };

        Matches(Everything, moved).ShouldBeTrue();
        Matches(Everything with { Moves = [new StatusMove(null, EntryStatus.Postponed)] }, moved).ShouldBeFalse();
    }

    [Theory]
    [InlineData("prisoners", true)]
    [InlineData("PRISONERS of war", true)]
    [InlineData("Guzman", true)]
    [InlineData("prison", false)]
    [InlineData("war prisoners", false)]
    public void A_word_or_phrase_stands_whole_in_the_sentence(string phrase, bool matches)
    {
        var change = Changes.PutOff with { Cause = Changes.PutOff.Cause! with { Evidence = new Evidence(0, 60, "Guzmán put off the visit over prisoners of war, he said.") } };

        Matches(Everything with { Words = [phrase] }, change).ShouldBe(matches);
    }

    [Fact]
    public void The_confidence_must_reach_the_least()
    {
        var change = Changes.PutOff with { After = Changes.Visit with { Confidence = 0.7 } };

        Matches(Everything with { MinConfidence = 0.7 }, change).ShouldBeTrue();
        Matches(Everything with { MinConfidence = 0.71 }, change).ShouldBeFalse();
    }

    [Theory]
    [InlineData(Severity.Warning, true)]
    [InlineData(Severity.Critical, false)]
    public void The_severity_must_reach_the_least(Severity least, bool matches) => Matches(Everything with { MinSeverity = least }, Changes.PutOff).ShouldBe(matches);

    [Fact]
    public void Every_condition_must_hold()
    {
        var all = Everything with { Actors = ["TUR"], Types = [EntryType.Talks], Statuses = [EntryStatus.Postponed], Places = ["CYP"] };

        Matches(all, Changes.PutOff).ShouldBeTrue();
        Matches(all with { Actors = ["GRC"] }, Changes.PutOff).ShouldBeFalse();
        Matches(all with { Types = [EntryType.Ceasefire] }, Changes.PutOff).ShouldBeFalse();
        Matches(all with { Statuses = [EntryStatus.Held] }, Changes.PutOff).ShouldBeFalse();
        Matches(all with { Places = ["GRC"] }, Changes.PutOff).ShouldBeFalse();
    }

    [Fact]
    public void A_further_source_is_told_to_those_who_ask_for_it()
    {
        Matches(Everything, Changes.SecondSource).ShouldBeFalse();
        Matches(Everything with { FurtherSources = true }, Changes.SecondSource).ShouldBeTrue();
        Matches(Everything with { FurtherSources = true }, Changes.SecondSource with { Fresh = false }).ShouldBeFalse();
    }

    [Fact]
    public void Who_wants_two_outlets_is_told_at_the_second_and_not_again_at_the_third()
    {
        var two = Everything with { MinOutlets = 2, MinSeverity = Severity.Warning, Moves = [new StatusMove(EntryStatus.Planned, EntryStatus.Postponed)] };
        var third = Changes.SecondSource with { Before = Changes.SecondSource.After, After = Changes.Told("Gazette", "Herald", "Courier") };

        Matches(two, Changes.PutOff).ShouldBeFalse();
        Matches(two, Changes.SecondSource).ShouldBeTrue();
        Matches(two, third).ShouldBeFalse();
    }

    [Fact]
    public void Two_reports_of_one_outlet_are_one_source()
    {
        var again = Changes.SecondSource with { After = Changes.Told("Gazette", "gazette") };

        Matches(Everything with { MinOutlets = 2 }, again).ShouldBeFalse();
    }

    [Fact]
    public void A_third_outlet_that_brings_the_status_at_once_with_two_is_told_at_once() =>
        Matches(Everything with { MinOutlets = 2 }, Changes.PutOff with { After = Changes.Told("Gazette", "Herald") }).ShouldBeTrue();

    [Fact]
    public void What_is_taken_back_matches_nobody_by_itself()
    {
        Matches(Everything, Changes.PutOff with { Kind = ChangeKind.Retracted, Reason = ChangeReason.Correction, Fresh = false }).ShouldBeFalse();
        Matches(Everything with { FurtherSources = true }, Changes.PutOff with { Kind = ChangeKind.Merged, Fresh = false }).ShouldBeFalse();
    }

    private static bool Matches(SubscriptionFilter filter, LedgerChange change) => new Matcher(filter).Matches(new ChangeFacts(change));
}
