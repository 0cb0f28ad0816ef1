using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Parley.Contracts;
using Parley.Ingestion.Versions;
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
    public const int MaxReason = 2_000;

    private const string Prefix = "article.";

    /// <summary>
    /// How far ahead a publication time may be: a bare day is its noon in UTC, which is tomorrow's to an outlet far in the east, and clocks differ.
    /// Beyond that it is a mistake, and one that would make its article the last word of its entry until that day.
    /// </summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(2);

    /// <summary>Reads a submission.</summary>
    /// <returns>What was submitted, or what is wrong with it: one of the two.</returns>
    public static (Submitted? Submitted, IReadOnlyList<FieldError> Errors) Read(ArticleSubmission submission, DateTimeOffset now)
    {
        var errors = new List<FieldError>();
        if (Check(errors, "id", submission.Id, Ids.Longest) && submission.Id.Length > 0 && Ids.Fault(submission.Id) is { } fault)
            errors.Add(new(Prefix + "id", fault));
        Check(errors, "title", submission.Title, MaxTitle);
        Check(errors, "text", submission.Text, MaxText);
        if (!submission.Withdrawn && string.IsNullOrWhiteSpace(submission.Text))
            errors.Add(new(Prefix + "text", "is empty"));
        Check(errors, "outlet", submission.Outlet, MaxOutlet);
        Check(errors, "withdrawal_reason", submission.WithdrawalReason, MaxReason);
        var isText = Check(errors, "url", submission.Url, MaxUrl);
        if (isText && submission.Url.Length > 0 && !(Uri.TryCreate(submission.Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"))
            errors.Add(new(Prefix + "url", "is not an http or https address"));
        if (!Enum.IsDefined(submission.Intake))
            errors.Add(new(Prefix + "intake", "is not one of the values of Intake"));
        CheckWithdrawal(errors, submission);

        var published = Time(errors, "published_at", submission.PublishedAt, now);
        var updated = Time(errors, "updated_at", submission.UpdatedAt, now);
        // A bare day that is the publication's own says nothing beyond it, and no more does the same time again, as feeds write it.
        if (updated <= published && (updated == published || IsDayOf(submission.UpdatedAt, published.Value)))
            updated = null;
        if (updated < published)
            errors.Add(new(Prefix + "updated_at", "is before published_at"));
        return errors.Count > 0 ? (null, errors) : (Make(submission, published, updated, Microseconds(now)), errors);
    }

    /// <summary>An article has a text, unless it is withdrawn: then it has nothing but its id and the reason.</summary>
    private static void CheckWithdrawal(List<FieldError> errors, ArticleSubmission submission)
    {
        if (!submission.Withdrawn)
        {
            if (submission.WithdrawalReason.Length > 0)
                Add("withdrawal_reason", "is given for an article that is not withdrawn");
            return;
        }

        if (submission.Text.Length > 0)
            Add("text", "is given for an article that is withdrawn");
        if (submission.Title.Length > 0)
            Add("title", "is given for an article that is withdrawn");
        if (submission.Id.Length == 0 && submission.Url.Length is 0 or > Ids.Longest)
            Add("id", "is empty, and no url says which article is withdrawn");

        // What is wrong in itself is said already.
        void Add(string field, string description)
        {
            if (errors.TrueForAll(e => e.Field != Prefix + field))
                errors.Add(new(Prefix + field, description));
        }
    }

    /// <summary>A time of the article; null where it has none, or a wrong one.</summary>
    private static DateTimeOffset? Time(List<FieldError> errors, string field, string given, DateTimeOffset now)
    {
        if (given.Length == 0)
            return null;
        if (PublicationTime.Parse(given) is not { } time)
        {
            errors.Add(new(Prefix + field, PublicationTime.Fault));
            return null;
        }

        if (time > now + Ahead)
            errors.Add(new(Prefix + field, "is in the future"));
        return Microseconds(time);
    }

    private static bool IsDayOf(string given, DateTimeOffset time) => given.Trim() == time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>As exact as PostgreSQL keeps it: what comes again must be the same time as what is stored.</summary>
    private static DateTimeOffset Microseconds(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMicrosecond));

    private static Submitted Make(ArticleSubmission submission, DateTimeOffset? given, DateTimeOffset? updated, DateTimeOffset now)
    {
        var stated = given is null && !submission.Withdrawn ? PublicationDate.Infer(submission.Text, DateOnly.FromDateTime(now.UtcDateTime)) : null;
        // Published by the time when it was updated, at the latest; a text that names a later day means something else.
        if (given is null && updated is not null && !(stated < updated))
            (given, stated) = (updated, null);
        var article = new Article
        {
            Id = Id(submission),
            Title = NullIfBlank(submission.Title),
            Text = submission.Withdrawn ? "" : submission.Text,
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
            UpdatedAt = updated,
            Withdrawn = submission.Withdrawn,
        };
        return new Submitted(article, NullIfBlank(submission.WithdrawalReason));
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
