using Grpc.Core;
using Parley.Protocol.Ingestion.V1;
using Parley.Protocol.Type.V1;

namespace Parley.Cli.Articles;

/// <summary>What became of an article.</summary>
internal sealed record SentArticle(string Source, SubmitArticleResponse? Accepted, string? Error);

/// <summary>Sends articles to Ingestion on one stream, and takes each one's answer.</summary>
internal static class ArticleSender
{
    /// <summary>The answers, in the order of the articles; those that could not be read are among them with their error.</summary>
    public static async IAsyncEnumerable<SentArticle> SendAsync(
        IngestionService.IngestionServiceClient ingestion, IReadOnlyList<FileArticle> articles, Intake intake,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var readable = articles.Where(a => a.Article is not null).ToList();
        foreach (var unreadable in articles.Where(a => a.Article is null))
            yield return new SentArticle(unreadable.Source, null, unreadable.Error);

        using var call = ingestion.SubmitArticles(cancellationToken: cancellation);
        var sending = SendAsync();
        await foreach (var answer in call.ResponseStream.ReadAllAsync(cancellation))
        {
            var source = readable[(int)answer.Index].Source;
            yield return answer.AnswerCase == SubmitArticlesResponse.AnswerOneofCase.Accepted
                ? new SentArticle(source, answer.Accepted, null)
                : new SentArticle(source, null, answer.Error.Message);
        }

        await sending;

        async Task SendAsync()
        {
            foreach (var article in readable)
            {
                article.Article!.Intake = intake;
                await call.RequestStream.WriteAsync(new SubmitArticlesRequest { Article = article.Article }, cancellation);
            }

            await call.RequestStream.CompleteAsync();
        }
    }
}
