using Parley.Contracts.Messages;
using Parley.Platform.Messaging;
using Parley.Platform.Storage;
using Parley.Tests;

namespace Parley.Integration.Tests.Platform;

public sealed class When_messages_stay_in_memory
{
    [Fact]
    public async Task The_outbox_keeps_a_message_until_every_consumer_has_committed_it()
    {
        await using var site = await Site.InMemoryAsync();
        var gate = new Gate();
        var host = await site.StartAsync("notes", parley => Notes.AddWith(parley, gate), _ => { });

        await Notes.SendAsync(host, Notes.Message("a"));
        await gate.Entered.Task;
        await Eventually.BeAsync("a", "the notes of the other consumer", () => Notes.ReadAsync(site));

        (await Notes.OutboxAsync(site)).ShouldBe(1);
        gate.Open.SetResult();
        await Eventually.BeAsync(0, "messages in the outbox", () => Notes.OutboxAsync(site));
    }

    [Fact]
    public async Task What_had_not_taken_effect_when_the_process_ended_does_so_in_the_next()
    {
        await using var site = await Site.InMemoryAsync();
        var gate = new Gate();
        var first = await site.StartAsync("notes", parley => Notes.AddWith(parley, gate), _ => { });
        await Notes.SendAsync(first, Notes.Message("a"));
        await gate.Entered.Task;
        await Eventually.BeAsync("a", "the notes of the other consumer", () => Notes.ReadAsync(site));
        await first.StopAsync();
        // A consumer that was stopped has not refused the message: that must not count towards parking it.
        (await site.ReadAsync<int>(Notes.Database, "SELECT sum(attempts) FROM outbox")).ShouldBe(0);

        gate.Open.SetResult();
        await site.StartAsync("notes", parley => Notes.AddWith(parley, gate), _ => { });

        // The consumer that had committed takes no notice of the repetition.
        await Eventually.BeAsync("a slow-a", "the notes", () => Notes.ReadAsync(site));
        await Eventually.BeAsync(0, "messages in the outbox", () => Notes.OutboxAsync(site));
    }
}

internal sealed class Gate
{
    public TaskCompletionSource Entered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource Open { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

internal sealed class SlowNoteTaker(Gate gate) : IMessageHandler<ArticleIngested>
{
    public async Task HandleAsync(UnitOfWork work, IReadOnlyList<Delivery<ArticleIngested>> batch, CancellationToken cancellation)
    {
        gate.Entered.TrySetResult();
        await gate.Open.Task.WaitAsync(cancellation);
        await new NoteTaker().HandleAsync(work, [.. batch.Select(d => d with { Message = Notes.Message($"slow-{d.Message.Article.Id}") })], cancellation);
    }
}
