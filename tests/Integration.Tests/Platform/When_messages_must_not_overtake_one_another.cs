using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Parley.Contracts;
using Parley.Platform.Messaging;
using Parley.Tests;

namespace Parley.Integration.Tests.Platform;

public sealed class When_messages_must_not_overtake_one_another
{
    [Fact]
    public async Task A_delivery_that_fails_holds_back_those_behind_it()
    {
        await using var site = await Site.InMemoryAsync();
        var sink = new FaultySink();
        var host = await site.StartAsync(
            "notes",
            parley =>
            {
                Notes.Add(parley);
                parley.Services.AddSingleton<IOutboxSink>(sink);
            },
            _ => { });

        await using (var work = await host.Get<NotesDatabase>().BeginAsync(CancellationToken.None))
        {
            foreach (var number in Enumerable.Range(1, 5))
                work.Publish(new Step("a", number));
            work.Publish(new Step("b", 1));
            await work.CommitAsync(CancellationToken.None);
        }

        await Eventually.BeAsync(6, "delivered steps", () => Task.FromResult(sink.Delivered.Count));
        sink.Delivered.First().ShouldBe(new Step("b", 1));
        sink.Delivered.Where(s => s.Entry == "a").Select(s => s.Number).ShouldBe([1, 2, 3, 4, 5]);
    }

    private sealed record Step(string Entry, int Number);

    /// <summary>Fails the first time that it is given the first step of "a".</summary>
    private sealed class FaultySink : IOutboxSink
    {
        private int _failures;

        public ConcurrentQueue<Step> Delivered { get; } = new();

        public bool Accepts(string type) => type == nameof(Step);

        public string? OrderOf(OutboxMessage message) => Read(message).Entry;

        public Task PublishAsync(IReadOnlyList<OutboxMessage> messages, CancellationToken cancellation)
        {
            var step = Read(messages.Single());
            if (step == new Step("a", 1) && Interlocked.Increment(ref _failures) == 1)
                throw new IOException("The connection is lost.");
            Delivered.Enqueue(step);
            return Task.CompletedTask;
        }

        private static Step Read(OutboxMessage message) => JsonSerializer.Deserialize<Step>(message.Body, ParleyJson.Line)!;
    }
}
