using System.Diagnostics;
using Grpc.Core;
using Npgsql;
using Parley.Protocol.Ingestion.V1;
using Parley.Tests;

namespace Parley.Integration.Tests.Platform;

public sealed class When_a_caller_sets_no_deadline
{
    [Fact]
    public async Task A_call_that_the_database_holds_up_ends_by_the_default_one()
    {
        await using var site = await Site.InMemoryAsync();
        var host = await site.StartIngestionAsync(new Dictionary<string, string?> { ["Parley:Grpc:DefaultDeadlineSeconds"] = "1" });
        await using var other = await site.OpenAsync("ingestion");
        await using var transaction = await other.BeginTransactionAsync();
        await using (var hold = new NpgsqlCommand("LOCK TABLE articles", other, transaction))
            await hold.ExecuteNonQueryAsync();

        var waited = Stopwatch.StartNew();
        var failure = await Should.ThrowAsync<RpcException>(
            () => new IngestionService.IngestionServiceClient(host.Channel).SubmitArticleAsync(new() { Article = Ingestion.IngestionSite.Article("held") }).ResponseAsync);

        failure.StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
        waited.Elapsed.ShouldBeInRange(TimeSpan.FromSeconds(0.9), TimeSpan.FromSeconds(5));
    }
}
