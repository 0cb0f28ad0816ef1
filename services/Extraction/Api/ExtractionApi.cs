using Grpc.Core;
using Parley.Contracts;
using Parley.Contracts.Protocol;
using Parley.Extraction.Analysis;
using Parley.Platform.Grpc;
using Parley.Protocol.Extraction.V1;

namespace Parley.Extraction.Api;

/// <summary><c>parley.extraction.v1.ExtractionService</c>.</summary>
internal sealed class ExtractionApi(Analyzer analyzer) : ExtractionService.ExtractionServiceBase
{
    public override Task<AnalyzeResponse> Analyze(AnalyzeRequest request, ServerCallContext context)
    {
        if (string.IsNullOrWhiteSpace(request.Text))
            throw GrpcErrors.Invalid("text", "is empty");
        DateTimeOffset? published = null;
        if (request.PublishedAt.Length > 0 && (published = PublicationTime.Parse(request.PublishedAt)) is null)
            throw GrpcErrors.Invalid("published_at", PublicationTime.Fault);

        var analysis = analyzer.Analyze(new ArticleText(request.Text, request.Title.Length == 0 ? null : request.Title, published));
        var response = new AnalyzeResponse { Truncated = analysis.Truncated, RulesVersion = Analyzer.RulesVersion };
        response.Mentions.AddRange(analysis.Mentions.Select(m => m.ToProto()));
        return Task.FromResult(response);
    }
}
