using Parley.Contracts;
using Parley.Ingestion.Cleaning;
using Parley.Platform.Grpc;
using Parley.Protocol.Ingestion.V1;

namespace Parley.Ingestion.Tests.Cleaning;

/// <summary>A submission with a text, to change as a test needs it, and its reading at a fixed time.</summary>
internal static class Submitted
{
    public static DateTimeOffset Now { get; } = new(2031, 3, 2, 18, 0, 0, TimeSpan.Zero);

    public static Article Taken(Action<ArticleSubmission> change)
    {
        var (submitted, errors) = Read(change);
        errors.ShouldBeEmpty();
        return submitted.ShouldNotBeNull().Article;
    }

    public static IReadOnlyList<FieldError> Refused(Action<ArticleSubmission> change)
    {
        var (submitted, errors) = Read(change);
        submitted.ShouldBeNull();
        return errors;
    }

    private static (Parley.Ingestion.Versions.Submitted? Submitted, IReadOnlyList<FieldError> Errors) Read(Action<ArticleSubmission> change)
    {
        var submission = new ArticleSubmission { Text = "The envoys shook hands." };
        change(submission);
        return Submission.Read(submission, Now);
    }
}
