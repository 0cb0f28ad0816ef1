using Parley.Platform.Messaging;

namespace Parley.Platform.Tests.Messaging;

/// <summary>The short way of messages to the relay, beside the table.</summary>
public sealed class Messages_that_are_handed_over
{
    private readonly OutboxHandover _handover = new();

    public Messages_that_are_handed_over() => _handover.Open();

    [Fact]
    public void Are_taken_where_they_stand_right_behind_the_last_one()
    {
        _handover.Add([Row(5), Row(6)]);
        _handover.Add([Row(7)]);

        Taken(last: 4).ShouldBe([5, 6, 7]);
        _handover.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Are_left_to_the_table_where_another_stands_between()
    {
        _handover.Add([Row(6)]);

        Taken(last: 4).ShouldBeEmpty();
        _handover.IsEmpty.ShouldBeTrue();
    }

    [Theory]
    [InlineData(null)]
    [InlineData(5L)]
    [InlineData(7L)]
    public void Are_left_to_the_table_where_they_may_have_been_read_from_it(long? last)
    {
        _handover.Add([Row(5), Row(6)]);

        Taken(last).ShouldBeEmpty();
    }

    [Fact]
    public void Wait_while_what_is_before_them_is_looked_for()
    {
        _handover.Add([Row(5)]);
        _handover.Add([Row(8)]);

        Taken(last: 4).ShouldBe([5]);
        _handover.IsEmpty.ShouldBeFalse();
        Taken(last: 7).ShouldBe([8]);
    }

    [Fact]
    public void Of_two_transactions_that_took_turns_are_left_to_the_table()
    {
        _handover.Add([Row(5), Row(7)]);
        _handover.Add([Row(6), Row(8)]);

        Taken(last: 4).ShouldBeEmpty();
        Taken(last: 8).ShouldBeEmpty();
    }

    [Fact]
    public void Are_not_kept_where_nobody_takes_them_or_they_are_too_many()
    {
        _handover.Add([.. Enumerable.Range(5, 1_999).Select(i => Row(i))]);
        _handover.Add([Row(2_004), Row(2_005)]);
        Taken(last: 4, limit: 10_000).Count.ShouldBe(1_999);

        _handover.Add([Row(2_004)]);
        _handover.Close();
        _handover.Add([Row(2_005)]);
        _handover.IsEmpty.ShouldBeTrue();
    }

    private List<long> Taken(long? last, int limit = 200) => [.. _handover.Take(last, limit).Select(r => r.Position)];

    private static OutboxRow Row(long position) => new(position, new OutboxMessage(Guid.CreateVersion7(), "t", [], null), 0);
}
