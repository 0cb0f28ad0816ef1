using System.Globalization;
using Parley.Extraction.Ledger;
using Parley.Platform.Grpc;
using Parley.Protocol.Extraction.V1;
using StepCase = Parley.Protocol.Extraction.V1.StepReference.StepOneofCase;

namespace Parley.Extraction.Api;

/// <summary>Steps of an entry's history as callers name them.</summary>
internal static class Steps
{
    /// <summary>Checks what can be checked without the history.</summary>
    public static void Check(StepReference? step, string field)
    {
        switch (step?.StepCase)
        {
            case StepCase.None:
                throw GrpcErrors.Invalid(field, "names no step");
            case StepCase.Number when step.Number < 1:
                throw GrpcErrors.Invalid(field + ".number", "is no number of a step; they count from 1");
            case StepCase.Passage:
                Ids.Required(step.Passage.ArticleId, field + ".passage.article_id");
                if (step.Passage.EvidenceStart < 0)
                    throw GrpcErrors.Invalid(field + ".passage.evidence_start", "is negative");
                break;
        }
    }

    /// <summary>The mention that makes the step.</summary>
    /// <param name="step">The step.</param>
    /// <param name="entry">The mentions of the entry, in the order of its history.</param>
    /// <param name="field">The request's field, for the error.</param>
    public static LedgerMention Find(StepReference step, IReadOnlyList<LedgerMention> entry, string field)
    {
        if (step.StepCase == StepCase.Number)
        {
            return step.Number <= entry.Count
                ? entry[step.Number - 1]
                : throw GrpcErrors.NotFound("step", step.Number.ToString(CultureInfo.InvariantCulture));
        }

        var (article, start) = (step.Passage.ArticleId, step.Passage.EvidenceStart);
        return entry.FirstOrDefault(m => m.ArticleId == article && m.Mention.Evidence.Start == start)
            ?? throw GrpcErrors.NotFound("step", string.Create(CultureInfo.InvariantCulture, $"{article}:{start}"));
    }
}
