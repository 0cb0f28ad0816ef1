using System.Diagnostics;
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

    [Fact]
    public async Task Is_explained_where_that_is_asked_for_and_not_otherwise()
    {
        var asked = await Client.AnalyzeAsync(new() { Text = "Peru and Ecuador agreed to meet in Bogota on Friday. They had not met in March.", PublishedAt = "2024-03-04", Explain = true });
        var plain = await Client.AnalyzeAsync(new() { Text = "Peru and Ecuador agreed to meet in Bogota on Friday.", PublishedAt = "2024-03-04" });

        plain.Explanation.ShouldBeNull();
        asked.Mentions.ShouldBe(plain.Mentions);
        var (first, second) = (asked.Explanation.Sentences[0].Triggers.ShouldHaveSingleItem(), asked.Explanation.Sentences[1].Triggers.ShouldHaveSingleItem());
        (first.Text, first.Outcome, second.Text, second.Outcome).ShouldBe(("to meet", TriggerOutcome.Mentioned, "had not met", TriggerOutcome.None));
        (second.Steps[^1].Stage, second.Steps[^1].Reason).ShouldBe((ExplanationStage.Status, "the verb is negated: it is told as not so"));
        var told = first.Events.ShouldHaveSingleItem();
        (told.Status, told.Kind, told.Type, told.Mention, told.Place, told.Date.Text).ShouldBe((EntryStatus.Planned, EntryKind.Meeting, EntryType.Talks, 0, "Bogota", "Friday"));
        (told.Start.Month, told.Start.Day, told.Date.Days.StartPrecision).ShouldBe((3, 8, DatePrecision.Day));
        told.Participants.Select(p => p.Actor.Id).ShouldBe(["PER", "ECU"]);
        told.ConfidenceSteps.Sum(s => s.Change).ShouldBe(told.Confidence, 0.001);
    }

    [Fact]
    public async Task Is_explained_in_a_stream_too()
    {
        using var call = Client.AnalyzeStream(deadline: DateTime.UtcNow.AddSeconds(20));
        await call.RequestStream.WriteAsync(new() { Id = "plain", Text = "Peru and Ecuador met." });
        await call.RequestStream.WriteAsync(new() { Id = "asked", Text = "Peru and Ecuador met.", Explain = true });
        await call.RequestStream.CompleteAsync();

        var answers = await call.ResponseStream.ReadAllAsync().ToListAsync();

        answers.Select(a => (a.Id, a.Analysis.Mentions.Count, Sentences: a.Analysis.Explanation?.Sentences.Count)).ShouldBe([("plain", 1, (int?)null), ("asked", 1, 1)]);
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

    [Fact]
    public async Task In_a_stream_is_answered_in_turn_and_the_bad_do_not_harm_the_others()
    {
        AnalyzeStreamRequest[] requests =
        [
            Request("a"), Request("b", text: " "), Request(""), Request("d", publishedAt: "soon"), Request("e\n"), Request("f", text: Dispatches.Announced.Text + new string(' ', 200_000)), Request("a"),
        ];
        using var call = Client.AnalyzeStream(deadline: DateTime.UtcNow.AddSeconds(20));
        foreach (var request in requests)
            await call.RequestStream.WriteAsync(request);
        await call.RequestStream.CompleteAsync();

        var answers = new List<AnalyzeStreamResponse>();
        await foreach (var answer in call.ResponseStream.ReadAllAsync())
            answers.Add(answer);

        answers.Select(a => a.Index).ShouldBe(Enumerable.Range(0, 7).Select(i => (long)i));
        answers.Select(a => a.Id + ": " + (a.Error is { } e ? $"{(StatusCode)e.Code} {e.Field}" : $"{a.Analysis.Mentions.Count} {(a.Analysis.Truncated ? "cut" : "whole")}")).ShouldBe(
            ["a: 1 whole", "b: InvalidArgument text", ": 1 whole", "d: InvalidArgument published_at", "e\n: InvalidArgument id", "f: 1 cut", "a: 1 whole"]);
    }

    [Fact]
    public async Task In_a_stream_is_all_answered_when_there_is_much_of_it()
    {
        var ids = Enumerable.Range(0, 500).Select(i => $"many-{i}").ToList();
        using var call = Client.AnalyzeStream(deadline: DateTime.UtcNow.AddSeconds(20));
        var reading = Task.Run(async () =>
        {
            var answered = new List<string>();
            await foreach (var answer in call.ResponseStream.ReadAllAsync())
                answered.Add(answer.Id);
            return answered;
        });
        foreach (var id in ids)
            await call.RequestStream.WriteAsync(Request(id));
        await call.RequestStream.CompleteAsync();

        (await reading).ShouldBe(ids);
    }

    [Fact]
    public async Task In_a_stream_that_stays_open_is_answered_before_a_stop_ends_it()
    {
        using var call = Client.AnalyzeStream(deadline: DateTime.UtcNow.AddSeconds(20));
        await call.RequestStream.WriteAsync(Request("last"));
        (await call.ResponseStream.MoveNext(CancellationToken.None)).ShouldBeTrue();
        call.ResponseStream.Current.Id.ShouldBe("last");
        var next = call.ResponseStream.MoveNext(CancellationToken.None);

        var stopping = Stopwatch.StartNew();
        await _host.StopAsync();

        stopping.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
        var end = await Should.ThrowAsync<RpcException>(next);
        end.StatusCode.ShouldBe(StatusCode.Unavailable, end.ToString());
    }

    private ExtractionService.ExtractionServiceClient Client => new(_host.Channel);

    private static AnalyzeStreamRequest Request(string id, string? text = null, string publishedAt = "2024-03-04") =>
        new() { Id = id, Text = text ?? Dispatches.Announced.Text, PublishedAt = publishedAt };
}
