using System.Diagnostics;
using System.Globalization;
using Grpc.Core;
using Parley.Contracts;
using Parley.Protocol.Ingestion.V1;
using Proto = Parley.Protocol.Type.V1;

namespace Parley.Benchmarks.Pipeline;

/// <summary>Brings articles to Ingestion, at a rate or as fast as it takes them.</summary>
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

    /// <summary>So many a second, at moments that chance gives, whether or not those before are through.</summary>
    /// <returns>When each was sent, in ticks of <see cref="Stopwatch"/>.</returns>
    public static async Task<IReadOnlyDictionary<string, long>> AtRateAsync(FourServices services, IEnumerable<Article> articles, double rate)
    {
        using var call = services.Submit();
        var answers = ReadAsync(call);
        var (random, sent) = (new Random(5), new Dictionary<string, long>(StringComparer.Ordinal));
        var (started, due) = (Stopwatch.GetTimestamp(), TimeSpan.Zero);
        foreach (var article in articles)
        {
            due += TimeSpan.FromSeconds(-Math.Log(1 - random.NextDouble()) / rate);
            if (due - Stopwatch.GetElapsedTime(started) is { Ticks: > 0 } left)
                await Task.Delay(left);
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
