using Parley.Cli.Articles;
using Parley.Protocol.Ingestion.V1;

namespace Parley.Cli.Tests.Articles;

public sealed class What_became_of_articles
{
    [Fact]
    public void Is_told_without_corrections_where_there_are_none() =>
        Of(SubmissionOutcome.Accepted, SubmissionOutcome.Accepted, SubmissionOutcome.AlreadyKnown, null).ToString()
            .ShouldBe("2 taken in, 1 known already, 1 refused");

    [Fact]
    public void Is_told_with_each_kind_of_correction_that_there_is()
    {
        Of(SubmissionOutcome.Corrected).ToString().ShouldBe("0 taken in, 1 corrected, 0 known already, 0 refused");
        Of(SubmissionOutcome.Withdrawn, SubmissionOutcome.Corrected, SubmissionOutcome.Corrected, SubmissionOutcome.Accepted).ToString()
            .ShouldBe("1 taken in, 2 corrected, 1 withdrawn, 0 known already, 0 refused");
    }

    [Fact]
    public void Counts_what_was_refused() => Of(null, SubmissionOutcome.Accepted, null).Refused.ShouldBe(2);

    private static IngestSummary Of(params SubmissionOutcome?[] outcomes)
    {
        var summary = new IngestSummary();
        foreach (var outcome in outcomes)
            summary.Add(outcome is { } taken ? new SentArticle("a.txt", new SubmitArticleResponse { Outcome = taken }, null) : new SentArticle("a.txt", null, "is empty"));
        return summary;
    }
}
