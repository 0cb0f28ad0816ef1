using Parley.Contracts;
using Parley.Ingestion.Versions;

namespace Parley.Ingestion.Storage;

/// <summary>A row of <c>articles</c> or <c>article_versions</c>, as Dapper reads it.</summary>
internal sealed record ArticleRow(
    string Id, string? Title, string Text, string? Outlet, string? Url, DateTime Published_at, short Published_utc_offset_minutes,
    string Published_basis, DateTime Received_at, string Intake, DateTime? Updated_at, short? Updated_utc_offset_minutes, bool Withdrawn,
    string? Withdrawal_reason, bool Timed_by_arrival, bool Told)
{
    /// <summary>The columns that both tables have, behind the article's id.</summary>
    public const string Columns =
        """
        title, text, outlet, url, published_at, published_utc_offset_minutes, published_basis, received_at, intake, updated_at, updated_utc_offset_minutes,
        withdrawn, withdrawal_reason
        """;

    /// <summary>Of an article's only version.</summary>
    public StoredVersion ToFirst() => StoredVersion.First(ToArticle(), Withdrawal_reason);

    /// <summary>Of one of several.</summary>
    public StoredVersion ToVersion() => ToFirst() with { TimedByArrival = Timed_by_arrival, Told = Told };

    private Article ToArticle() => new()
    {
        Id = Id,
        Title = Title,
        Text = Text,
        Outlet = Outlet,
        Url = Url,
        PublishedAt = Time(Published_at, Published_utc_offset_minutes),
        PublishedBasis = WireWord.Parse<PublishedBasis>(Published_basis),
        ReceivedAt = new DateTimeOffset(Received_at),
        Intake = WireWord.Parse<Intake>(Intake),
        UpdatedAt = Updated_at is { } updated ? Time(updated, Updated_utc_offset_minutes ?? 0) : null,
        Withdrawn = Withdrawn,
    };

    private static DateTimeOffset Time(DateTime utc, short offsetMinutes) => new DateTimeOffset(utc).ToOffset(TimeSpan.FromMinutes(offsetMinutes));
}
