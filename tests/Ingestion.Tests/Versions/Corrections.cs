using Parley.Contracts;
using Parley.Protocol.Ingestion.V1;
using ArticleVersion = Parley.Contracts.ArticleVersion;

namespace Parley.Ingestion.Tests.Versions;

public sealed class Corrections
{
    private readonly Told _told = new();

    [Fact]
    public void A_new_text_replaces_the_old_from_its_own_time_on()
    {
        _told.Submit("A", "10:00").ShouldBe(SubmissionOutcome.Accepted);
        _told.Submit("B", "10:00", "12:00").ShouldBe(SubmissionOutcome.Corrected);

        _told.Changes.ShouldBe(["A 10:00", "B 12:00"]);
        (_told.Standing.Text, _told.Standing.PublishedAt.Hour, _told.Standing.UpdatedAt!.Value.Hour).ShouldBe(("B", 10, 12));
    }

    [Fact]
    public void A_new_title_is_a_new_version()
    {
        _told.Submit("A", "10:00", title: "One");

        _told.Submit("A", "10:00", title: "Two").ShouldBe(SubmissionOutcome.Corrected);
        _told.Standing.Title.ShouldBe("Two");
    }

    [Fact]
    public void A_publication_that_has_moved_on_is_the_versions_own_time()
    {
        _told.Submit("A", "10:00");
        _told.Submit("B", "12:00").ShouldBe(SubmissionOutcome.Corrected);

        _told.Changes.ShouldBe(["A 10:00", "B 12:00"]);
        _told.Standing.PublishedAt.Hour.ShouldBe(10);
    }

    [Theory]
    [InlineData("10:00")]
    [InlineData("")]
    public void Without_a_time_of_its_own_it_stands_from_its_arrival(string published)
    {
        _told.Submit("A", "10:00");
        _told.Submit("B", published).ShouldBe(SubmissionOutcome.Corrected);

        _told.Changes.ShouldBe(["A 10:00", "B 18:01"]);
        _told.Messages[^1].PublishedAt.Hour.ShouldBe(10);
    }

    [Fact]
    public void It_stands_even_where_the_clock_of_the_first_was_ahead()
    {
        _told.Submit("A", "20:00");
        _told.Submit("B", "20:00");

        _told.Standing.Text.ShouldBe("B");
    }

    [Fact]
    public void One_that_comes_late_joins_the_history_and_does_not_stand()
    {
        _told.Submit("C", "10:00", "14:00");
        _told.Submit("A", "10:00").ShouldBe(SubmissionOutcome.Corrected);
        _told.Submit("B", "10:00", "12:00").ShouldBe(SubmissionOutcome.Corrected);

        _told.Changes.ShouldBe(["A 10:00", "B 12:00", "C 14:00"]);
        _told.Messages.Select(Told.Say).ShouldBe(["C 14:00", "A 10:00", "B 12:00"]);
    }

    [Fact]
    public void The_same_again_is_known_whichever_version_it_is()
    {
        _told.Submit("A", "10:00");
        _told.Submit("B", "10:00", "12:00");
        _told.Submit("C", "10:00");
        foreach (var (text, updated) in new[] { ("A", ""), ("B", "12:00"), ("C", "") })
            _told.Submit(text, "10:00", updated).ShouldBe(SubmissionOutcome.AlreadyKnown);

        _told.Submit("B").ShouldBe(SubmissionOutcome.AlreadyKnown);
        _told.Messages.Count.ShouldBe(3);
        _told.History.Versions.Count.ShouldBe(3);
    }

    [Fact]
    public void A_new_time_with_nothing_new_to_say_is_known_too()
    {
        _told.Submit("A", "10:00");
        _told.Submit("A", "10:00", "12:00").ShouldBe(SubmissionOutcome.AlreadyKnown);
        _told.Submit("A", "13:00").ShouldBe(SubmissionOutcome.AlreadyKnown);

        _told.Changes.ShouldBe(["A 10:00"]);
        _told.Messages.Count.ShouldBe(1);
        _told.Standing.UpdatedAt.ShouldBeNull();
    }

    [Fact]
    public void A_text_may_come_back()
    {
        _told.Submit("A", "10:00");
        _told.Submit("B", "10:00", "12:00");
        _told.Submit("A", "10:00", "14:00").ShouldBe(SubmissionOutcome.Corrected);

        _told.Changes.ShouldBe(["A 10:00", "B 12:00", "A 14:00"]);
        _told.Messages.Select(m => m.VersionId).Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public void What_had_nothing_new_to_say_is_told_once_it_has()
    {
        _told.Submit("A", "10:00");
        _told.Submit("A", "10:00", "14:00");
        _told.Submit("B", "10:00", "12:00");

        _told.Messages.Select(Told.Say).ShouldBe(["A 10:00", "B 12:00", "A 14:00"]);
    }

    [Fact]
    public void An_article_without_any_time_is_published_when_it_arrives_and_that_may_be_mended()
    {
        _told.Submit("A");
        _told.Standing.PublishedBasis.ShouldBe(PublishedBasis.Arrival);
        _told.Submit("A").ShouldBe(SubmissionOutcome.AlreadyKnown);
        _told.Submit("A", "10:00").ShouldBe(SubmissionOutcome.Corrected);

        (_told.Standing.PublishedAt.Hour, _told.Standing.PublishedBasis).ShouldBe((10, PublishedBasis.Given));
    }

    [Fact]
    public void Each_version_has_the_id_that_its_message_says()
    {
        _told.Submit("A", "10:00");
        _told.Submit("B");

        _told.Messages.ShouldAllBe(m => m.VersionId == ArticleVersion.IdOf(m));
        _told.Messages.Select(m => m.VersionId).ShouldBe(_told.History.Versions.Select(v => v.Article.VersionId));
    }
}
