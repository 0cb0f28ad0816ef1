using Parley.Protocol.Ingestion.V1;

namespace Parley.Ingestion.Tests.Versions;

public sealed class Withdrawals
{
    private readonly Told _told = new();

    [Fact]
    public void A_withdrawal_ends_what_the_article_said()
    {
        _told.Submit("A", "10:00");
        _told.Withdraw("12:00").ShouldBe(SubmissionOutcome.Withdrawn);

        _told.Changes.ShouldBe(["A 10:00", "withdrawn 12:00"]);
        (_told.Standing.Withdrawn, _told.Standing.Text, _told.Standing.PublishedAt.Hour).ShouldBe((true, "", 10));
    }

    [Fact]
    public void Without_a_time_it_is_withdrawn_now_whatever_the_clock_of_the_article()
    {
        _told.Submit("A", "20:00");
        _told.Withdraw();

        _told.Standing.Withdrawn.ShouldBeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData("12:00")]
    [InlineData("13:00")]
    public void Once_is_enough(string again)
    {
        _told.Submit("A", "10:00");
        _told.Withdraw("12:00");

        _told.Withdraw(again).ShouldBe(SubmissionOutcome.AlreadyKnown);
        _told.Submit("A", "10:00").ShouldBe(SubmissionOutcome.AlreadyKnown);
        _told.Messages.Count.ShouldBe(2);
        _told.Standing.Withdrawn.ShouldBeTrue();
    }

    [Fact]
    public void A_later_version_brings_the_article_back_and_it_may_go_again()
    {
        _told.Submit("A", "10:00");
        _told.Withdraw("12:00");
        _told.Submit("A", "10:00", "14:00").ShouldBe(SubmissionOutcome.Corrected);
        _told.Standing.Text.ShouldBe("A");
        _told.Withdraw().ShouldBe(SubmissionOutcome.Withdrawn);

        _told.Changes.ShouldBe(["A 10:00", "withdrawn 12:00", "A 14:00", "withdrawn 18:03"]);
    }

    [Fact]
    public void A_correction_from_before_it_does_not_bring_it_back()
    {
        _told.Submit("A", "10:00");
        _told.Withdraw("14:00");
        _told.Submit("B", "10:00", "12:00").ShouldBe(SubmissionOutcome.Corrected);

        _told.Standing.Withdrawn.ShouldBeTrue();
    }

    [Fact]
    public void It_may_come_before_the_article()
    {
        _told.Withdraw("12:00").ShouldBe(SubmissionOutcome.Withdrawn);
        _told.Submit("A", "10:00").ShouldBe(SubmissionOutcome.Accepted);

        _told.Changes.ShouldBe(["A 10:00", "withdrawn 12:00"]);
        _told.Standing.PublishedAt.Hour.ShouldBe(10);
    }
}
