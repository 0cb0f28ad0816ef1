using Parley.Alerting.Matching;
using Parley.Contracts;

namespace Parley.Alerting.Tests.Matching;

public sealed class What_a_subscription_lets_through
{
    [Fact]
    public void One_without_conditions_lets_everything_through()
    {
        SubscriptionFilter.Everything.Matches(Changes.PutOff).ShouldBeTrue();
        SubscriptionFilter.Everything.Matches(Changes.NewTruce).ShouldBeTrue();
    }

    [Theory]
    [InlineData("TUR", true)]
    [InlineData("GRC,CYP", true)]
    [InlineData("UN", true)]
    [InlineData("GRC", false)]
    [InlineData("tur", false)]
    [InlineData("TU", false)]
    public void Of_its_actors_one_must_take_part(string actors, bool matches) =>
        Filter(actors: actors.Split(',')).Matches(Changes.PutOff).ShouldBe(matches);

    [Fact]
    public void An_entry_without_participants_is_for_those_who_ask_for_no_actor() =>
        Filter(actors: ["TUR"]).Matches(Changes.NewTruce).ShouldBeFalse();

    [Theory]
    [InlineData(EntryType.Talks, true)]
    [InlineData(EntryType.Ceasefire, false)]
    public void The_type_must_be_one_of_its_types(EntryType type, bool matches) => Filter(types: [type]).Matches(Changes.PutOff).ShouldBe(matches);

    [Theory]
    [InlineData(EntryStatus.Postponed, true)]
    [InlineData(EntryStatus.Planned, false)]
    public void The_status_that_counts_is_the_one_after_the_change(EntryStatus status, bool matches) =>
        Filter(statuses: [status]).Matches(Changes.PutOff).ShouldBe(matches);

    [Fact]
    public void Every_condition_must_hold()
    {
        Filter(["TUR"], [EntryType.Talks], [EntryStatus.Postponed]).Matches(Changes.PutOff).ShouldBeTrue();
        Filter(["GRC"], [EntryType.Talks], [EntryStatus.Postponed]).Matches(Changes.PutOff).ShouldBeFalse();
        Filter(["TUR"], [EntryType.Ceasefire], [EntryStatus.Postponed]).Matches(Changes.PutOff).ShouldBeFalse();
        Filter(["TUR"], [EntryType.Talks], [EntryStatus.Held]).Matches(Changes.PutOff).ShouldBeFalse();
    }

    private static SubscriptionFilter Filter(string[]? actors = null, EntryType[]? types = null, EntryStatus[]? statuses = null) =>
        new((actors ?? []).ToHashSet(), (types ?? []).ToHashSet(), (statuses ?? []).ToHashSet());
}
