using System.Diagnostics;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Parley.Contracts.Protocol;
using Parley.Ingestion.Cleaning;
using Parley.Ingestion.Storage;
using Parley.Platform.Grpc;
using Parley.Protocol.Ingestion.V1;
using Parley.Protocol.Type.V1;

namespace Parley.Ingestion.Api;

/// <summary><c>parley.ingestion.v1.IngestionService</c>.</summary>
internal sealed class IngestionApi(ArticleIntake intake, ArticleStore store, TimeProvider time, IHostApplicationLifetime lifetime)
    : IngestionService.IngestionServiceBase
{
    /// <summary>Articles of one stream that may wait for their answer: enough to fill transactions, few enough to bound memory.</summary>
    private const int StreamWindow = 200;

    public override Task<SubmitArticleResponse> SubmitArticle(SubmitArticleRequest request, ServerCallContext context) =>
        SubmitAsync(request.Article ?? new(), context.CancellationToken);

    public override Task SubmitArticles(
        IAsyncStreamReader<SubmitArticlesRequest> requestStream, IServerStreamWriter<SubmitArticlesResponse> responseStream, ServerCallContext context) =>
        requestStream.AnswerInTurnAsync(
            responseStream,
            StreamWindow,
            (index, request) => AnswerAsync(index, request.Article ?? new(), context.CancellationToken),
            (index, e) => new() { Index = index, Error = Error("", e) },
            lifetime.ApplicationStopping,
            context.CancellationToken);

    public override async Task<GetArticleResponse> GetArticle(GetArticleRequest request, ServerCallContext context)
    {
        var article = await store.FindAsync(Ids.Required(request.ArticleId, "article_id"), context.CancellationToken)
            ?? throw GrpcErrors.NotFound("article", request.ArticleId);
        return new GetArticleResponse { Article = article.ToProto() };
    }

    private async Task<SubmitArticlesResponse> AnswerAsync(long index, ArticleSubmission submission, CancellationToken cancellation)
    {
        var response = new SubmitArticlesResponse { Index = index };
        try
        {
            response.Accepted = await SubmitAsync(submission, cancellation);
        }
        catch (RpcException e)
        {
            response.Error = Error(submission.Id, e);
        }

        return response;
    }

    private static SubmissionError Error(string articleId, RpcException e) =>
        new() { ArticleId = GrpcErrors.Cut(articleId), Code = (int)e.StatusCode, Message = e.Status.Detail, Field = GrpcErrors.FirstField(e) ?? "" };

    private async Task<SubmitArticleResponse> SubmitAsync(ArticleSubmission submission, CancellationToken cancellation)
    {
        var (article, errors) = Submission.Read(submission, time.GetUtcNow());
        if (article is null)
            throw GrpcErrors.Invalid(errors);
        var isNew = await intake.RunAsync(new IncomingArticle(article, Activity.Current?.Context ?? default), cancellation);
        return new SubmitArticleResponse
        {
            ArticleId = article.Id,
            Outcome = isNew ? SubmissionOutcome.Accepted : SubmissionOutcome.AlreadyKnown,
            PublishedAt = article.PublishedAt.ToTimestamp(),
            PublishedBasis = article.PublishedBasis.ToProto<Contracts.PublishedBasis, PublishedBasis>(),
        };
    }
}
