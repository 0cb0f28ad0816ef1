using Parley.Protocol.Ingestion.V1;
using Parley.Tests;

namespace Parley.Integration.Tests.Platform;

public sealed class When_no_consumer_has_ever_run
{
    [Fact]
    public async Task Messages_stay_in_the_outbox_until_there_is_a_queue_for_them()
    {
        await using var site = await Site.OnRabbitMqAsync();
        var ingestion = await site.StartIngestionAsync();
        await new IngestionService.IngestionServiceClient(ingestion.Channel).SubmitArticleAsync(new() { Article = Ingestion.IngestionSite.Article("early") });
        await Eventually.SeeAsync("the exchange, which the relay's first try makes", () => ExchangeIsThereAsync(site), there => there);
        (await site.ReadAsync<int>("ingestion", "SELECT count(*) FROM outbox")).ShouldBe(1);

        await site.StartAsync("notes", Notes.Add, _ => { });

        await Eventually.BeAsync("early", "the notes", () => Notes.ReadAsync(site));
        await Eventually.BeAsync(0, "messages in the outbox", () => site.ReadAsync<int>("ingestion", "SELECT count(*) FROM outbox"));
    }

    private static async Task<bool> ExchangeIsThereAsync(Site site)
    {
        await using var queues = await Queues.OpenAsync(site);
        return await queues.HasExchangeAsync("Parley.Contracts.Messages:ArticleIngested");
    }
}
