using Dapper;
using Parley.Contracts.Messages;
using Parley.Platform.Hosting;
using Parley.Platform.Messaging;
using Parley.Platform.Storage;

namespace Parley.Reliability.Tests.Tally;

/// <summary>
/// A service whose effect would double with every repetition: it counts the articles that it hears of. The services' own tables know each article and
/// each change by its id, so that what they do twice does not show; here it does.
/// </summary>
internal static class TallyService
{
    /// <summary>Its name, and what the name of its database ends with.</summary>
    public const string ServiceName = "tally";

    public static Task<int> Main(string[] args) => ParleyHost.RunAsync(
        ServiceName,
        args,
        parley => parley.AddDatabase<TallyDatabase>().AddConsumer<ArticleIngested, TallyKeeper, TallyDatabase>("tally.article-ingested"),
        _ => { });

    private sealed class TallyDatabase(PostgresOptions options) : ServiceDatabase(options, ServiceName);

    private sealed class TallyKeeper : IMessageHandler<ArticleIngested>
    {
        public Task HandleAsync(UnitOfWork work, IReadOnlyList<Delivery<ArticleIngested>> batch, CancellationToken cancellation) =>
            work.Connection.ExecuteAsync(new CommandDefinition(
                "INSERT INTO tally (article) VALUES (@Article)", batch.Select(d => new { Article = d.Message.Article.Id }), work.Transaction,
                cancellationToken: cancellation));
    }
}
