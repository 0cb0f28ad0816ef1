using Parley.Contracts;
using Parley.Protocol.Ingestion.V1;
using ArticleVersion = Parley.Contracts.ArticleVersion;

namespace Parley.Ingestion.Versions;

/// <summary>
/// The versions of one article, and what a submission does to them. Pure. Submissions that say when they were made end in the same history in whatever
/// order they come; one that does not is taken for the latest word.
/// </summary>
/// <param name="Versions">In the order in which they stand.</param>
internal sealed record ArticleHistory(IReadOnlyList<StoredVersion> Versions)
{
    private static readonly TimeSpan Instant = TimeSpan.FromMicroseconds(1);

    /// <summary>Of an article that no one has heard of.</summary>
    public static ArticleHistory None { get; } = new([]);

    /// <summary>The version that names the earliest publication, which is the article's; where there is only a withdrawal, that.</summary>
    public Article Earliest => (Versions.Where(v => !v.Article.Withdrawn).MinBy(v => v.Article.PublishedAt) ?? Versions[0]).Article;

    /// <summary>Those that say another thing than the one before them.</summary>
    public IReadOnlyList<StoredVersion> Changes =>
        [.. Versions.Where((v, i) => i == 0 || !ArticleVersion.SaysTheSame(Versions[i - 1].Article, v.Article))];

    /// <summary>The version that stands.</summary>
    public StoredVersion Standing => Changes[^1];

    /// <summary>Takes a submission of this article in.</summary>
    public Taken Take(Submitted submitted)
    {
        if (Versions.Count == 0)
        {
            var first = StoredVersion.First(Timed(submitted).Article, submitted.Reason);
            return new Taken(OutcomeOf(first), first, new([first]), [first]);
        }

        if (Find(submitted) is { } known)
            return new Taken(SubmissionOutcome.AlreadyKnown, known, this, []);
        var version = Timed(submitted);
        var place = Versions.TakeWhile(v => ArticleVersion.Compare(v.Article, version.Article) < 0).Count();
        var before = place > 0 ? Versions[place - 1] : null;
        var repeats = before is not null && ArticleVersion.SaysTheSame(before.Article, version.Article);
        version = version with { Told = !repeats };

        var after = Versions.Skip(place).ToList();
        var toTell = repeats ? new List<StoredVersion>() : [version];
        if (after.Count > 0 && !after[0].Told && !ArticleVersion.SaysTheSame(version.Article, after[0].Article))
        {
            // It repeated what was before it, and no longer does.
            after[0] = after[0] with { Told = true };
            toTell.Add(after[0]);
        }

        return new Taken(
            repeats ? SubmissionOutcome.AlreadyKnown : OutcomeOf(version), repeats ? before! : version, new([.. Versions.Take(place), version, .. after]), toTell);
    }

    /// <summary>A version as readers are shown it, with the publication of the article.</summary>
    public Article Show(StoredVersion version)
    {
        var since = version.Article.StandsFrom;
        return version.Article with
        {
            PublishedAt = Earliest.PublishedAt,
            PublishedBasis = Earliest.PublishedBasis,
            UpdatedAt = since == Earliest.PublishedAt ? null : since,
        };
    }

    private SubmissionOutcome OutcomeOf(StoredVersion version) =>
        version.Article.Withdrawn ? SubmissionOutcome.Withdrawn
        : Versions.Any(v => !v.Article.Withdrawn) ? SubmissionOutcome.Corrected
        : SubmissionOutcome.Accepted;

    /// <summary>The version that a submission repeats; null where it is another.</summary>
    private StoredVersion? Find(Submitted submitted)
    {
        var article = submitted.Article;
        if (article.Withdrawn && article.UpdatedAt is null)
            return Standing.Article.Withdrawn ? Standing : null;
        return Versions.LastOrDefault(v => ArticleVersion.SaysTheSame(v.Article, article)
            && (!submitted.HasTime
                || article.StandsFrom == v.Article.StandsFrom
                || (v.TimedByArrival && article.UpdatedAt is null && article.PublishedAt == v.Article.PublishedAt)));
    }

    /// <summary>The submission as a version, with the time from which it stands.</summary>
    private StoredVersion Timed(Submitted submitted)
    {
        var article = submitted.Article;
        // Another text of the same publication time: the outlet did not say when it wrote it, and that it came later is all there is to go by.
        var byArrival = article.UpdatedAt is null
            && (article.Withdrawn || (Versions.Count > 0 && (!submitted.HasTime || Versions.Any(v => v.Article.UpdatedAt is null && v.Article.PublishedAt == article.PublishedAt))));
        if (byArrival)
        {
            var latest = Versions.Count > 0 ? Versions[^1].Article.StandsFrom + Instant : article.ReceivedAt;
            article = article with { UpdatedAt = latest > article.ReceivedAt ? latest : article.ReceivedAt };
        }

        if (Versions.Count > 0 && (article.Withdrawn || !submitted.HasTime))
            article = article with { PublishedAt = Earliest.PublishedAt, PublishedBasis = Earliest.PublishedBasis };
        return new StoredVersion(article with { VersionId = ArticleVersion.IdOf(article) }, byArrival, Told: true, submitted.Reason);
    }
}
