using System.Diagnostics;
using System.Globalization;
using Grpc.Core;
using Parley.Contracts;
using Parley.Protocol.Ingestion.V1;
using Proto = Parley.Protocol.Type.V1;

namespace Parley.Benchmarks.Pipeline;

/// <summary>Brings articles to Ingestion, at a pace or as fast as it takes them.</summary>
internal static class Load
{
    /// <summary>As fast as they are taken, and waits for all answers.</summary>
    public static async Task FlatOutAsync(FourServices services, IEnumerable<Article> articles)
    {
        using var call = services.Submit();
        var answers = ReadAsync(call);
        foreach (var article in articles)
            await call.RequestStream.WriteAsync(RequestOf(article));
        await call.RequestStream.CompleteAsync();
        await answers;
    }

    /// <summary>At the moments of a pace, whether or not those before are through, and waits for all answers.</summary>
    /// <returns>When each was sent, in ticks of <see cref="Stopwatch"/>.</returns>
    public static async Task<IReadOnlyDictionary<string, long>> AtPaceAsync(FourServices services, IEnumerable<Article> articles, Pace pace)
    {
        using var call = services.Submit();
        var answers = ReadAsync(call);
        var sent = new Dictionary<string, long>(StringComparer.Ordinal);
        await foreach (var article in pace.Of(articles))
        {
            sent[article.Id] = Stopwatch.GetTimestamp();
            await call.RequestStream.WriteAsync(RequestOf(article));
        }

        await call.RequestStream.CompleteAsync();
        await answers;
        return sent;
    }

    private static async Task ReadAsync(AsyncDuplexStreamingCall<SubmitArticlesRequest, SubmitArticlesResponse> call)
    {
        await foreach (var answer in call.ResponseStream.ReadAllAsync())
        {
            if (answer.Accepted is null)
                throw new InvalidOperationException($"Article {answer.Error.ArticleId} is refused: {answer.Error.Message}");
        }
    }

    private static SubmitArticlesRequest RequestOf(Article article) => new()
    {
        Article = new ArticleSubmission
        {
            Id = article.Id,
            Text = article.Text,
            Outlet = article.Outlet,
            PublishedAt = article.PublishedAt.ToString("O", CultureInfo.InvariantCulture),
            Intake = Proto.Intake.Import,
        },
    };
}
