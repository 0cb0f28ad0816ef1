using System.Diagnostics;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Parley.Contracts.Protocol;
using Parley.Ingestion.Cleaning;
using Parley.Ingestion.Storage;
using Parley.Ingestion.Versions;
using Parley.Platform.Grpc;
using Parley.Protocol.Ingestion.V1;
using Parley.Protocol.Type.V1;
using ArticleVersion = Parley.Protocol.Ingestion.V1.ArticleVersion;

namespace Parley.Ingestion.Api;

/// <summary><c>parley.ingestion.v1.IngestionService</c>.</summary>
internal sealed class IngestionApi(ArticleIntake intake, ArticleStore store, TimeProvider time, IHostApplicationLifetime lifetime)
    : IngestionService.IngestionServiceBase
{
    /// <summary>Articles of one stream that may wait for their answer: enough to fill transactions, few enough to bound memory.</summary>
    private const int StreamWindow = 200;

    private const int DefaultPage = 20;
    private const int LargestPage = 100;

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

    public override async Task<WithdrawArticleResponse> WithdrawArticle(WithdrawArticleRequest request, ServerCallContext context)
    {
        var history = await FindAsync(request.ArticleId, context.CancellationToken);
        var submission = new ArticleSubmission { Id = request.ArticleId, UpdatedAt = request.WithdrawnAt, WithdrawalReason = request.Reason, Withdrawn = true };
        var (submitted, errors) = Submission.Read(submission, time.GetUtcNow());
        if (submitted is null)
            throw GrpcErrors.Invalid([.. errors.Select(e => e with { Field = FieldOfWithdrawal(e.Field) })]);
        if (submitted.Article.UpdatedAt < history.Earliest.PublishedAt)
            throw GrpcErrors.Invalid("withdrawn_at", $"is before the article was published, {history.Earliest.PublishedAt:yyyy-MM-dd'T'HH:mm:ssK}");

        var taken = await intake.RunAsync(new Incoming(submitted, Activity.Current?.Context ?? default), context.CancellationToken);
        return new WithdrawArticleResponse
        {
            Outcome = taken.Outcome,
            VersionId = taken.Version.Article.VersionId,
            WithdrawnAt = taken.Version.Article.StandsFrom.ToTimestamp(),
        };
    }

    public override async Task<GetArticleResponse> GetArticle(GetArticleRequest request, ServerCallContext context)
    {
        var wanted = Ids.Optional(request.VersionId, "version_id");
        var history = await FindAsync(request.ArticleId, context.CancellationToken);
        var version = wanted is null ? history.Standing : history.Versions.FirstOrDefault(v => v.Article.VersionId == wanted)
            ?? throw GrpcErrors.NotFound("version", wanted);
        return new GetArticleResponse { Article = history.Show(version).ToProto() };
    }

    public override async Task<ListArticleVersionsResponse> ListArticleVersions(ListArticleVersionsRequest request, ServerCallContext context)
    {
        var size = PageToken.Size(request.PageSize, DefaultPage, LargestPage);
        var scope = $"article-versions:{request.ArticleId}";
        var last = PageToken.Read(request.PageToken, scope, "page_token");
        var history = await FindAsync(request.ArticleId, context.CancellationToken);

        var rest = history.Changes.Reverse().ToList();
        if (last is not null)
            rest.RemoveRange(0, rest.FindIndex(v => v.Article.VersionId == last) + 1);
        var response = new ListArticleVersionsResponse { NextPageToken = rest.Count > size ? PageToken.Make(scope, rest[size - 1].Article.VersionId!) : "" };
        response.Versions.AddRange(rest.Take(size).Select(v => new ArticleVersion
        {
            VersionId = v.Article.VersionId,
            UpdatedAt = v.Article.StandsFrom.ToTimestamp(),
            ReceivedAt = v.Article.ReceivedAt.ToTimestamp(),
            Title = v.Article.Title ?? "",
            Withdrawn = v.Article.Withdrawn,
            WithdrawalReason = v.Reason ?? "",
        }));
        return response;
    }

    private async Task<ArticleHistory> FindAsync(string articleId, CancellationToken cancellation) =>
        await store.FindAsync(Ids.Required(articleId, "article_id"), cancellation) ?? throw GrpcErrors.NotFound("article", articleId);

    /// <summary>A withdrawal is read as a submission; its caller knows its fields by the names of his own request.</summary>
    private static string FieldOfWithdrawal(string field) => field switch
    {
        "article.updated_at" => "withdrawn_at",
        "article.withdrawal_reason" => "reason",
        _ => field,
    };

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
        var (submitted, errors) = Submission.Read(submission, time.GetUtcNow());
        if (submitted is null)
            throw GrpcErrors.Invalid(errors);
        var taken = await intake.RunAsync(new Incoming(submitted, Activity.Current?.Context ?? default), cancellation);
        var article = taken.History.Show(taken.Version);
        return new SubmitArticleResponse
        {
            ArticleId = article.Id,
            Outcome = taken.Outcome,
            PublishedAt = article.PublishedAt.ToTimestamp(),
            PublishedBasis = article.PublishedBasis.ToProto<Contracts.PublishedBasis, PublishedBasis>(),
            VersionId = article.VersionId,
            UpdatedAt = article.UpdatedAt?.ToTimestamp(),
        };
    }
}
