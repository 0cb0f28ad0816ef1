using Grpc.Core;
using Parley.Protocol.Type.V1;
using Parley.Tests;

namespace Parley.EndToEnd.Tests;

public sealed class Dispatches_become_alerts_and_a_ledger(FourServices services) : IClassFixture<FourServices>
{
    [Fact]
    public void A_planned_meeting_is_alerted_and_its_delay_later_on_the_same_entry()
    {
        var (planned, postponed) = (services.Story[0].Change, services.Story[1].Change);

        (planned.Kind, planned.After.Status).ShouldBe((ChangeKind.New, EntryStatus.Planned));
        (postponed.Kind, postponed.Before.Status, postponed.After.Status).ShouldBe((ChangeKind.Status, EntryStatus.Planned, EntryStatus.Postponed));
        (postponed.EntryId, postponed.Version).ShouldBe((planned.EntryId, planned.Version + 1));
        postponed.Cause.Evidence.Text.ShouldBe(Dispatches.PutOff.Text);
        services.Story[1].Summary.ShouldBe("Talks postponed: Finland and Norway, meeting, Oslo, 8 March 2024 (planned → postponed)");
    }

    [Fact]
    public void Every_change_that_is_news_is_alerted_once_on_the_stream()
    {
        services.News.Count.ShouldBeGreaterThan(5);
        services.OnStream.Order(StringComparer.Ordinal).ShouldBe(services.News.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void And_once_on_the_topic_exchange() =>
        services.OnExchange.Order(StringComparer.Ordinal).ShouldBe(services.News.Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    public async Task The_ledger_is_by_the_byte_the_one_that_a_replay_in_one_process_gives_whatever_the_order(string shuffle)
    {
        var stories = Path.Combine(Directory.CreateTempSubdirectory("parley-test-").FullName, "story.jsonl");
        await File.WriteAllLinesAsync(stories, new[] { Dispatches.Announced, Dispatches.PutOff }.Select(a =>
            System.Text.Json.JsonSerializer.Serialize(new { id = a.Id, text = a.Text, published_at = a.PublishedAt })));
        try
        {
            var replay = await new CommandLine().RunAsync(["replay", "seeds", stories, "--shuffle", shuffle]);

            replay.ExitCode.ShouldBe(0, replay.Errors);
            replay.Output.TrimEnd().ShouldBe(Ledgers.Json(services.Ledger));
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(stories)!, recursive: true);
        }
    }

    [Theory]
    [InlineData("Ingestion")]
    [InlineData("Extraction")]
    [InlineData("Search")]
    [InlineData("Alerting")]
    public void A_service_that_is_told_to_stop_has_ended_within_five_seconds(string service)
    {
        services.Ends[service].ExitCode.ShouldBe(0);
        services.Ends[service].Took.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void An_open_stream_ends_as_unavailable() => services.EndOfStream.ShouldBe(StatusCode.Unavailable);
}
