using Parley.Contracts.Messages;
using Parley.Protocol.Ingestion.V1;
using Parley.Tests;
using RabbitMQ.Client;

namespace Parley.Integration.Tests.Platform;

public sealed class When_no_consumer_has_ever_run
{
    [Fact]
    public async Task Articles_wait_in_the_queue_of_each_service_that_is_to_read_them()
    {
        await using var site = await Site.OnRabbitMqAsync();
        var ingestion = await site.StartIngestionAsync();
        await new IngestionService.IngestionServiceClient(ingestion.Channel).SubmitArticleAsync(new() { Article = Ingestion.IngestionSite.Article("early") });

        await Eventually.BeAsync(0, "messages in the outbox", () => site.ReadAsync<int>("ingestion", "SELECT count(*) FROM outbox"));

        await using var connection = await new ConnectionFactory { Uri = site.Bus! }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        foreach (var queue in Parley.Contracts.Messages.Queues.Of[typeof(ArticleIngested)])
            (await channel.MessageCountAsync(queue)).ShouldBe(1u, queue);

        // The consumers declare the same queues; were an argument different, the broker would refuse them.
        await site.StartSearchAsync();
        await Eventually.BeAsync("early", "the index", () => site.ReadAsync<string?>("search", "SELECT max(id) FROM articles"));
    }
}
