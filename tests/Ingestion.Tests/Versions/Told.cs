using Parley.Contracts;
using Parley.Ingestion.Cleaning;
using Parley.Ingestion.Versions;
using Parley.Protocol.Ingestion.V1;

namespace Parley.Ingestion.Tests.Versions;

/// <summary>An article to which submissions are made, a minute after one another, and what the other services have heard of it.</summary>
internal sealed class Told
{
    private DateTimeOffset _now = new(2031, 3, 5, 18, 0, 0, TimeSpan.Zero);

    public ArticleHistory History { get; private set; } = ArticleHistory.None;

    /// <summary>Each version that was told, in the order in which it was.</summary>
    public List<Article> Messages { get; } = [];

    public Article Standing => History.Show(History.Standing);

    /// <summary>What the standing version says, and since when: <c>text HH:mm</c> of the day.</summary>
    public IReadOnlyList<string> Changes => [.. History.Changes.Select(v => Say(v.Article))];

    public SubmissionOutcome Submit(string text, string published = "", string updated = "", string title = "")
    {
        var withdrawn = text.Length == 0;
        return Submit(new ArticleSubmission { Id = "wire/7", Text = text, Title = title, PublishedAt = Time(published), UpdatedAt = Time(updated), Withdrawn = withdrawn });
    }

    public SubmissionOutcome Withdraw(string at = "") => Submit("", updated: at);

    public static string Say(Article article) => $"{(article.Withdrawn ? "withdrawn" : article.Text)} {article.StandsFrom:HH:mm}";

    private SubmissionOutcome Submit(ArticleSubmission submission)
    {
        var (submitted, errors) = Submission.Read(submission, _now);
        errors.ShouldBeEmpty();
        _now = _now.AddMinutes(1);
        var taken = History.Take(submitted!);
        History = taken.History;
        Messages.AddRange(taken.ToTell.Select(v => v.Article));
        return taken.Outcome;
    }

    private static string Time(string clock) => clock.Length == 0 ? "" : $"2031-03-05T{clock}:00Z";
}
