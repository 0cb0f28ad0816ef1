using Grpc.Core;
using Parley.Platform.Grpc;
using Parley.Protocol.Extraction.V1;
using Parley.Protocol.Type.V1;
using Parley.Tests;

namespace Parley.Integration.Tests.Extraction;

public sealed class Text_that_is_only_analysed : IAsyncLifetime
{
    private Site _site = null!;
    private RunningHost _host = null!;

    public async Task InitializeAsync()
    {
        _site = await Site.InMemoryAsync();
        _host = await _site.StartExtractionAsync();
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Gives_its_mentions_and_leaves_the_ledger_as_it_is()
    {
        var request = new AnalyzeRequest { Text = Dispatches.Announced.Text, PublishedAt = "2024-03-04" };

        var mention = (await new ExtractionService.ExtractionServiceClient(_host.Channel).AnalyzeAsync(request)).Mentions.ShouldHaveSingleItem();

        (mention.Status, mention.Date.Start.Month, mention.Date.Start.Day).ShouldBe((EntryStatus.Planned, 3, 8));
        (await new LedgerService.LedgerServiceClient(_host.Channel).ReadAllAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", "2024-03-04", "text")]
    [InlineData("They met.", "soon", "published_at")]
    public async Task Is_refused_with_the_name_of_the_field(string text, string published, string field)
    {
        var extraction = new ExtractionService.ExtractionServiceClient(_host.Channel);

        var refusal = await Should.ThrowAsync<RpcException>(() => extraction.AnalyzeAsync(new() { Text = text, PublishedAt = published }).ResponseAsync);

        (refusal.StatusCode, GrpcErrors.FirstField(refusal)).ShouldBe((StatusCode.InvalidArgument, field));
    }
}
