using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Parley.Contracts;
using Parley.Platform.Grpc;
using Parley.Protocol.Ingestion.V1;

namespace Parley.Ingestion.Cleaning;

/// <summary>Checks a submission and makes the article of it: its id, and its publication time where it came without.</summary>
internal static class Submission
{
    public const int MaxTitle = 2_000;
    public const int MaxText = 2_000_000;
    public const int MaxOutlet = 200;
    public const int MaxUrl = 2_000;

    private const string Prefix = "article.";

    /// <summary>
    /// How far ahead a publication time may be: a bare day is its noon in UTC, which is tomorrow's to an outlet far in the east, and clocks differ.
    /// Beyond that it is a mistake, and one that would make its article the last word of its entry until that day.
    /// </summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(2);

    /// <summary>Reads a submission.</summary>
    /// <returns>The article, or what is wrong with the submission: one of the two.</returns>
    public static (Article? Article, IReadOnlyList<FieldError> Errors) Read(ArticleSubmission submission, DateTimeOffset now)
    {
        var errors = new List<FieldError>();
        if (Check(errors, "id", submission.Id, Ids.Longest) && submission.Id.Length > 0 && Ids.Fault(submission.Id) is { } fault)
            errors.Add(new(Prefix + "id", fault));
        Check(errors, "title", submission.Title, MaxTitle);
        Check(errors, "text", submission.Text, MaxText);
        Check(errors, "outlet", submission.Outlet, MaxOutlet);
        var isText = Check(errors, "url", submission.Url, MaxUrl);
        if (string.IsNullOrWhiteSpace(submission.Text))
            errors.Add(new(Prefix + "text", "is empty"));
        if (isText && submission.Url.Length > 0 && !(Uri.TryCreate(submission.Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"))
            errors.Add(new(Prefix + "url", "is not an http or https address"));
        if (!Enum.IsDefined(submission.Intake))
            errors.Add(new(Prefix + "intake", "is not one of the values of Intake"));

        DateTimeOffset? published = null;
        if (submission.PublishedAt.Length > 0 && (published = PublicationTime.Parse(submission.PublishedAt)) is null)
            errors.Add(new(Prefix + "published_at", PublicationTime.Fault));
        if (published > now + Ahead)
            errors.Add(new(Prefix + "published_at", "is in the future"));
        return errors.Count > 0 ? (null, errors) : (Make(submission, published, now), errors);
    }

    private static Article Make(ArticleSubmission submission, DateTimeOffset? given, DateTimeOffset now)
    {
        var stated = given is null ? PublicationDate.Infer(submission.Text, DateOnly.FromDateTime(now.UtcDateTime)) : null;
        return new Article
        {
            Id = Id(submission),
            Title = NullIfBlank(submission.Title),
            Text = submission.Text,
            Outlet = NullIfBlank(submission.Outlet),
            Url = NullIfBlank(submission.Url),
            PublishedAt = given ?? stated ?? now,
            PublishedBasis = given is not null ? PublishedBasis.Given : stated is not null ? PublishedBasis.Text : PublishedBasis.Arrival,
            ReceivedAt = now,
            Intake = submission.Intake switch
            {
                Protocol.Type.V1.Intake.Import => Intake.Import,
                Protocol.Type.V1.Intake.Backfill => Intake.Backfill,
                _ => Intake.Live,
            },
        };
    }

    /// <summary>The id it came with, else its address, else one made from what it says, so that the same article is the same id.</summary>
    private static string Id(ArticleSubmission submission)
    {
        if (submission.Id.Length > 0)
            return submission.Id;
        if (submission.Url.Length is > 0 and <= Ids.Longest)
            return submission.Url;
        var content = string.Join('\n', submission.Outlet, submission.Title, submission.Text);
        return "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))[..32];
    }

    private static bool Check(List<FieldError> errors, string field, string value, int most)
    {
        var before = errors.Count;
        if (value.Length > most)
            errors.Add(new(Prefix + field, string.Create(CultureInfo.InvariantCulture, $"has {value.Length:N0} characters, {most:N0} are allowed")));
        // PostgreSQL stores no NUL, and a lone half of a surrogate pair is no text.
        if (value.Contains('\0', StringComparison.Ordinal))
            errors.Add(new(Prefix + field, $"has a NUL character at {value.IndexOf('\0', StringComparison.Ordinal)}"));
        else if (Surrogates.FirstLone(value) is { } at)
            errors.Add(new(Prefix + field, $"is not valid text: half of a character at {at}"));
        else if (field != "text" && FirstControl(value) is { } control)
            errors.Add(new(Prefix + field, $"has a control character at {control}"));
        return errors.Count == before;
    }

    /// <summary>Where a character stands that is neither text nor white space, as they are sent to take over a reader's terminal; null where none does.</summary>
    private static int? FirstControl(string value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (char.IsControl(value[i]) && !char.IsWhiteSpace(value[i]))
                return i;
        }

        return null;
    }

    private static string? NullIfBlank(string text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
