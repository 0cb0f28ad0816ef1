using Grpc.Core;
using Parley.Contracts;
using Parley.Contracts.Protocol;
using Parley.Extraction.Analysis;
using Parley.Platform.Grpc;
using Parley.Protocol.Extraction.V1;

namespace Parley.Extraction.Api;

/// <summary><c>parley.extraction.v1.ExtractionService</c>.</summary>
internal sealed class ExtractionApi(Analyzer analyzer, IHostApplicationLifetime lifetime) : ExtractionService.ExtractionServiceBase
{
    /// <summary>Texts of one stream that may be at work or wait for their answer to be taken: enough for every core, few enough to bound memory.</summary>
    private static readonly int StreamWindow = 2 * Environment.ProcessorCount;

    public override Task<AnalyzeResponse> Analyze(AnalyzeRequest request, ServerCallContext context) =>
        Task.FromResult(Read(request.Text, request.Title, request.PublishedAt, request.Explain));

    public override Task AnalyzeStream(
        IAsyncStreamReader<AnalyzeStreamRequest> requestStream, IServerStreamWriter<AnalyzeStreamResponse> responseStream, ServerCallContext context) =>
        requestStream.AnswerInTurnAsync(
            responseStream,
            StreamWindow,
            (index, request) => Task.Run(() => Answer(index, request), context.CancellationToken),
            (index, e) => new() { Index = index, Error = Error(e) },
            lifetime.ApplicationStopping,
            context.CancellationToken);

    private AnalyzeStreamResponse Answer(long index, AnalyzeStreamRequest request)
    {
        var response = new AnalyzeStreamResponse { Index = index, Id = GrpcErrors.Cut(request.Id) };
        try
        {
            _ = Ids.Optional(request.Id, "id");
            response.Analysis = Read(request.Text, request.Title, request.PublishedAt, request.Explain);
        }
        catch (RpcException e)
        {
            response.Error = Error(e);
        }

        return response;
    }

    private AnalyzeResponse Read(string text, string title, string publishedAt, bool explain)
    {
        if (string.IsNullOrWhiteSpace(text))
            throw GrpcErrors.Invalid("text", "is empty");
        DateTimeOffset? published = null;
        if (publishedAt.Length > 0 && (published = PublicationTime.Parse(publishedAt)) is null)
            throw GrpcErrors.Invalid("published_at", PublicationTime.Fault);

        var article = new ArticleText(text, title.Length == 0 ? null : title, published);
        var explanation = explain ? analyzer.Explain(article) : null;
        var analysis = explanation is null ? analyzer.Analyze(article) : new(explanation.Mentions, explanation.Truncated);
        var response = new AnalyzeResponse { Truncated = analysis.Truncated, RulesVersion = Analyzer.RulesVersion, Explanation = explanation?.ToProto() };
        response.Mentions.AddRange(analysis.Mentions.Select(m => m.ToProto()));
        return response;
    }

    private static AnalysisError Error(RpcException e) =>
        new() { Code = (int)e.StatusCode, Message = e.Status.Detail, Field = GrpcErrors.FirstField(e) ?? "" };
}
