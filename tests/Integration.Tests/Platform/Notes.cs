using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Parley.Contracts;
using Parley.Contracts.Messages;
using Parley.Platform.Hosting;
using Parley.Platform.Messaging;
using Parley.Platform.Storage;
using Parley.Tests;

namespace Parley.Integration.Tests.Platform;

/// <summary>The smallest service: it notes the id of each article that it hears of.</summary>
internal static class Notes
{
    public const string Database = "notes";
    public const string Queue = "notes.article-ingested";

    public static void Add(ParleyBuilder parley) =>
        parley.AddDatabase<NotesDatabase>().AddConsumer<ArticleIngested, NoteTaker, NotesDatabase>(Queue);

    /// <summary>With a second consumer, which waits at a gate.</summary>
    public static void AddWith(ParleyBuilder parley, Gate gate)
    {
        Add(parley);
        parley.Services.AddSingleton(gate);
        parley.AddConsumer<ArticleIngested, SlowNoteTaker, NotesDatabase>("notes.slow");
    }

    public static ArticleIngested Message(string id, string text = "Nothing of note.") => new()
    {
        Article = new Article
        {
            Id = id,
            Text = text,
            PublishedAt = DateTimeOffset.UnixEpoch,
            PublishedBasis = PublishedBasis.Given,
            ReceivedAt = DateTimeOffset.UnixEpoch,
            Intake = Intake.Import,
        },
    };

    /// <summary>Commits messages to the outbox of a host.</summary>
    public static async Task SendAsync(RunningHost host, params ArticleIngested[] messages)
    {
        await using var work = await host.Get<NotesDatabase>().BeginAsync(CancellationToken.None);
        foreach (var message in messages)
            work.Publish(message);
        await work.CommitAsync(CancellationToken.None);
    }

    public static Task<string> ReadAsync(Site site) => site.ReadAsync<string>(Database, "SELECT coalesce(string_agg(article, ' ' ORDER BY article), '') FROM notes");

    public static Task<int> OutboxAsync(Site site) => site.ReadAsync<int>(Database, "SELECT count(*) FROM outbox");
}

internal sealed class NotesDatabase(PostgresOptions options) : ServiceDatabase(options, Notes.Database);

internal sealed class NoteTaker : IMessageHandler<ArticleIngested>
{
    public const string Poison = "This text cannot be noted.";

    public async Task HandleAsync(UnitOfWork work, IReadOnlyList<Delivery<ArticleIngested>> batch, CancellationToken cancellation)
    {
        foreach (var article in batch.Select(d => d.Message.Article))
        {
            if (article.Text == Poison)
                throw new InvalidDataException("It is poison.");
            await work.Connection.ExecuteAsync("INSERT INTO notes (article) VALUES (@Id)", new { article.Id }, work.Transaction);
        }
    }
}
