using System.Runtime.CompilerServices;
using Grpc.Core;
using Parley.Protocol.Ingestion.V1;
using Parley.Protocol.Type.V1;

namespace Parley.Cli.Articles;

/// <summary>What became of an article.</summary>
internal sealed record SentArticle(string Source, SubmitArticleResponse? Accepted, string? Error);

/// <summary>
/// Sends articles to Ingestion on a stream, and takes each one's answer. A stream that is cut is followed by another, which begins with the first
/// article that has no answer yet: one that was stored all the same is known by its id, and has no second effect.
/// </summary>
/// <param name="ingestion">Where they go.</param>
/// <param name="intake">How they come to Parley.</param>
/// <param name="patience">How long to go on trying without an answer.</param>
/// <param name="interrupted">Hears of each outage once.</param>
internal sealed class ArticleSender(
    IngestionService.IngestionServiceClient ingestion, Intake intake, TimeSpan patience, Action<RpcException> interrupted)
{
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    private readonly TimeProvider _time = TimeProvider.System;

    /// <summary>The answers, in the order of the articles; first those that could not be read, with their error.</summary>
    /// <exception cref="RpcException">The service does not answer; each article without an answer has been reported before.</exception>
    public async IAsyncEnumerable<SentArticle> SendAsync(
        IReadOnlyList<FileArticle> articles, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var unreadable in articles.Where(a => a.Article is null))
            yield return new SentArticle(unreadable.Source, null, unreadable.Error);

        var readable = articles.Where(a => a.Article is not null).ToList();
        var answered = 0;
        var heard = _time.GetTimestamp();
        var wait = TimeSpan.Zero;
        while (answered < readable.Count)
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            using var call = ingestion.SubmitArticles(cancellationToken: cancellation);
            var rest = readable[answered..];
            var sending = WriteAsync(call.RequestStream, rest, stop.Token);
            RpcException? cut = null;
            foreach (var article in rest)
            {
                (var answer, cut) = await NextAsync(call.ResponseStream, cancellation);
                if (answer is null)
                    break;
                (answered, heard, wait) = (answered + 1, _time.GetTimestamp(), TimeSpan.Zero);
                yield return answer.AnswerCase == SubmitArticlesResponse.AnswerOneofCase.Accepted
                    ? new SentArticle(article.Source, answer.Accepted, null)
                    : new SentArticle(article.Source, null, answer.Error.Message);
            }

            if (cut is not null)
                await stop.CancelAsync();
            // What it failed with, the answers' end tells too.
            await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (cut is null)
            {
                // To the end, so that the service sees a call that is over and not one that was given up.
                await NextAsync(call.ResponseStream, cancellation);
                continue;
            }

            if (_time.GetElapsedTime(heard) > patience)
            {
                foreach (var article in readable[answered..])
                    yield return new SentArticle(article.Source, null, "not acknowledged, the service does not answer");
                throw cut;
            }

            if (wait == TimeSpan.Zero)
                interrupted(cut);
            wait = wait == TimeSpan.Zero ? ShortestWait : wait * 2 < LongestWait ? wait * 2 : LongestWait;
            await Task.Delay(wait, _time, cancellation);
        }
    }

    /// <returns>The next answer, or why there is none.</returns>
    private static async Task<(SubmitArticlesResponse? Answer, RpcException? Cut)> NextAsync(
        IAsyncStreamReader<SubmitArticlesResponse> answers, CancellationToken cancellation)
    {
        try
        {
            return await answers.MoveNext(cancellation)
                ? (answers.Current, null)
                : (null, new RpcException(new Status(StatusCode.Unavailable, "The stream ended before its last answer.")));
        }
        catch (RpcException e) when (e.StatusCode == StatusCode.Unavailable)
        {
            return (null, e);
        }
        catch (RpcException e) when (e.Status.DebugException is HttpRequestException or IOException)
        {
            // Nothing that the service answered: the client calls some of the ways in which a connection fails INTERNAL.
            return (null, new RpcException(new Status(StatusCode.Unavailable, e.Status.Detail, e.Status.DebugException)));
        }
    }

    private async Task WriteAsync(IClientStreamWriter<SubmitArticlesRequest> stream, IReadOnlyList<FileArticle> articles, CancellationToken cancellation)
    {
        foreach (var article in articles)
        {
            article.Article!.Intake = intake;
            await stream.WriteAsync(new SubmitArticlesRequest { Article = article.Article }, cancellation);
        }

        await stream.CompleteAsync();
    }
}
