using System.Globalization;
using Parley.Protocol.Ingestion.V1;

namespace Parley.Cli.Articles;

/// <summary>What became of the articles of one call, counted.</summary>
internal sealed class IngestSummary
{
    private readonly Dictionary<SubmissionOutcome, int> _counts = [];

    /// <summary>How many were not taken.</summary>
    public int Refused { get; private set; }

    /// <summary>Counts one.</summary>
    public void Add(SentArticle sent)
    {
        if (sent.Accepted is { } accepted)
            _counts[accepted.Outcome] = Count(accepted.Outcome) + 1;
        else
            Refused++;
    }

    /// <summary>In a line; corrections and withdrawals where there are any.</summary>
    public override string ToString() => string.Join(", ",
    [
        Part(SubmissionOutcome.Accepted, "taken in"),
        .. new[] { (Outcome: SubmissionOutcome.Corrected, Words: "corrected"), (Outcome: SubmissionOutcome.Withdrawn, Words: "withdrawn") }
            .Where(p => Count(p.Outcome) > 0).Select(p => Part(p.Outcome, p.Words)),
        Part(SubmissionOutcome.AlreadyKnown, "known already"),
        Part(Refused, "refused"),
    ]);

    private string Part(SubmissionOutcome outcome, string words) => Part(Count(outcome), words);

    private static string Part(int count, string words) => string.Create(CultureInfo.InvariantCulture, $"{count} {words}");

    private int Count(SubmissionOutcome outcome) => _counts.GetValueOrDefault(outcome);
}
