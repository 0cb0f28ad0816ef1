using System.Threading.Channels;
using Npgsql;
using Parley.Platform.Messaging;

namespace Parley.Platform.Tests.Messaging;

public sealed class Work_is_done_in_batches : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Channel<Transaction> _begun = Channel.CreateUnbounded<Transaction>();
    private readonly Batcher<string, string> _batcher;

    public Work_is_done_in_batches() => _batcher = new Batcher<string, string>(3, (items, next, cancellation) =>
    {
        var transaction = new Transaction(items, next);
        _begun.Writer.TryWrite(transaction);
        return transaction.Outcome.Task.WaitAsync(cancellation);
    });

    public async ValueTask DisposeAsync()
    {
        await _batcher.StopAsync(CancellationToken.None);
        _batcher.Dispose();
    }

    [Fact]
    public async Task A_lone_piece_of_work_waits_for_nobody()
    {
        await _batcher.StartAsync(CancellationToken.None);
        var a = Run("a");

        (await NextAsync()).Commit("a");

        (await a.WaitAsync(Patience)).ShouldBe("a done");
    }

    [Fact]
    public async Task Who_gathers_takes_what_comes_meanwhile_and_what_is_full_goes_at_once()
    {
        var batches = Channel.CreateUnbounded<int>();
        using var gathering = new Batcher<string, string>(
            3,
            (items, _, _) =>
            {
                batches.Writer.TryWrite(items.Count);
                return Task.FromResult<IReadOnlyList<string>>([.. items]);
            },
            TimeSpan.FromHours(1));
        var work = new[] { "a", "b", "c" }.Select(i => gathering.RunAsync(i, CancellationToken.None)).ToList();
        await gathering.StartAsync(CancellationToken.None);

        await Task.WhenAll(work).WaitAsync(Patience);

        (await batches.Reader.ReadAsync()).ShouldBe(3);
        var lone = gathering.RunAsync("d", CancellationToken.None);
        await gathering.StopAsync(CancellationToken.None);
        await Should.ThrowAsync<OperationCanceledException>(() => lone);
        batches.Reader.TryRead(out _).ShouldBeFalse();
    }

    [Fact]
    public async Task What_comes_while_one_runs_goes_together_into_the_next_up_to_the_most()
    {
        await _batcher.StartAsync(CancellationToken.None);
        var first = Run("a");
        var running = await NextAsync();
        var others = new[] { "b", "c", "d", "e" }.Select(i => Run(i)).ToList();

        running.Commit("a");
        (await NextAsync()).Commit("b", "c", "d");
        (await NextAsync()).Commit("e");

        (await Task.WhenAll([first, .. others]).WaitAsync(Patience)).ShouldBe(["a done", "b done", "c done", "d done", "e done"]);
    }

    [Fact]
    public async Task The_next_begins_beside_one_that_lets_it_and_no_third_before_that_one_has_ended()
    {
        await _batcher.StartAsync(CancellationToken.None);
        var a = Run("a");
        var first = await NextAsync();
        var b = Run("b");

        first.LetNextBegin();
        var second = await NextAsync();
        second.LetNextBegin();
        var c = Run("c");
        second.Commit("b");
        await b.WaitAsync(Patience);
        _begun.Reader.TryRead(out _).ShouldBeFalse();
        first.Commit("a");
        (await NextAsync()).Commit("c");

        (await Task.WhenAll(a, c).WaitAsync(Patience)).ShouldBe(["a done", "c done"]);
    }

    [Fact]
    public async Task What_fails_after_it_let_the_next_begin_is_tried_piece_by_piece_and_lets_nothing_begin_any_more()
    {
        var (good, bad) = (Run("good"), Run("bad"));
        await _batcher.StartAsync(CancellationToken.None);
        var first = await NextAsync();
        first.LetNextBegin();
        first.Fail(new FormatException("bad"), "good", "bad");
        var again = await NextAsync();
        var next = Run("next");
        again.LetNextBegin();
        var second = await NextAsync();
        var third = Run("third");
        second.Commit("next");
        await next.WaitAsync(Patience);
        again.LetNextBegin();
        _begun.Reader.TryRead(out _).ShouldBeFalse();
        again.Commit("good");
        (await NextAsync()).Fail(new FormatException("bad"), "bad");
        (await NextAsync()).Commit("third");

        (await good.WaitAsync(Patience)).ShouldBe("good done");
        await Should.ThrowAsync<FormatException>(() => bad.WaitAsync(Patience));
        (await third.WaitAsync(Patience)).ShouldBe("third done");
    }

    [Fact]
    public async Task A_stop_waits_for_both_that_run()
    {
        await _batcher.StartAsync(CancellationToken.None);
        var a = Run("a");
        (await NextAsync()).LetNextBegin();
        var b = Run("b");
        await NextAsync();

        await _batcher.StopAsync(CancellationToken.None).WaitAsync(Patience);

        await Should.ThrowAsync<OperationCanceledException>(() => a.WaitAsync(Patience));
        await Should.ThrowAsync<OperationCanceledException>(() => b.WaitAsync(Patience));
    }

    [Fact]
    public async Task What_nobody_waits_for_waits_for_company()
    {
        using var patient = new Batcher<string, int>(3, (items, _, _) => Task.FromResult<IReadOnlyList<int>>([.. items.Select(_ => items.Count)]), TimeSpan.FromSeconds(1));
        await patient.StartAsync(CancellationToken.None);

        var first = patient.RunAsync("a", CancellationToken.None);
        var second = patient.RunAsync("b", CancellationToken.None);

        (await Task.WhenAll(first, second).WaitAsync(Patience)).ShouldBe([2, 2]);
        await patient.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_full_batch_waits_for_nobody()
    {
        using var patient = new Batcher<string, int>(2, (items, _, _) => Task.FromResult<IReadOnlyList<int>>([.. items.Select(_ => items.Count)]), TimeSpan.FromDays(1));
        var both = Task.WhenAll(patient.RunAsync("a", CancellationToken.None), patient.RunAsync("b", CancellationToken.None));

        await patient.StartAsync(CancellationToken.None);

        (await both.WaitAsync(Patience)).ShouldBe([2, 2]);
        await patient.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_bad_piece_does_not_stop_its_neighbours()
    {
        var (good, bad, other) = (Run("good"), Run("bad"), Run("other"));
        await _batcher.StartAsync(CancellationToken.None);

        (await NextAsync()).Fail(new FormatException("bad"), "good", "bad", "other");
        (await NextAsync()).Commit("good");
        (await NextAsync()).Fail(new FormatException("bad"), "bad");
        (await NextAsync()).Commit("other");

        (await good.WaitAsync(Patience)).ShouldBe("good done");
        await Should.ThrowAsync<FormatException>(() => bad.WaitAsync(Patience));
        (await other.WaitAsync(Patience)).ShouldBe("other done");
    }

    [Fact]
    public async Task A_server_that_is_gone_fails_all_of_them_without_trying_each()
    {
        var (a, b) = (Run("a"), Run("b"));
        await _batcher.StartAsync(CancellationToken.None);

        (await NextAsync()).Fail(new NpgsqlException("gone", new IOException()), "a", "b");

        await Should.ThrowAsync<NpgsqlException>(() => a.WaitAsync(Patience));
        await Should.ThrowAsync<NpgsqlException>(() => b.WaitAsync(Patience));
        var c = Run("c");
        (await NextAsync()).Commit("c");
        (await c.WaitAsync(Patience)).ShouldBe("c done");
    }

    [Fact]
    public async Task A_stop_cancels_what_runs_and_what_waits_and_takes_no_more()
    {
        await _batcher.StartAsync(CancellationToken.None);
        var running = Run("a");
        await NextAsync();
        var waiting = Run("b");

        await _batcher.StopAsync(CancellationToken.None).WaitAsync(Patience);

        await Should.ThrowAsync<OperationCanceledException>(() => running.WaitAsync(Patience));
        await Should.ThrowAsync<OperationCanceledException>(() => waiting.WaitAsync(Patience));
        await Should.ThrowAsync<OperationCanceledException>(() => Run("c").WaitAsync(Patience));
        _begun.Reader.TryRead(out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Who_gives_up_waiting_gets_free_at_once()
    {
        await _batcher.StartAsync(CancellationToken.None);
        using var giveUp = new CancellationTokenSource();
        var a = Run("a", giveUp.Token);
        var running = await NextAsync();

        await giveUp.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => a.WaitAsync(Patience));
        running.Commit("a");
    }

    private Task<string> Run(string item, CancellationToken cancellation = default) => _batcher.RunAsync(item, cancellation);

    private async Task<Transaction> NextAsync() => await _begun.Reader.ReadAsync().AsTask().WaitAsync(Patience);

    private sealed class Transaction(IReadOnlyList<string> items, Action next)
    {
        public TaskCompletionSource<IReadOnlyList<string>> Outcome { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void LetNextBegin() => next();

        public void Commit(params string[] expected)
        {
            items.ShouldBe(expected);
            Outcome.SetResult([.. items.Select(i => $"{i} done")]);
        }

        public void Fail(Exception exception, params string[] expected)
        {
            items.ShouldBe(expected);
            Outcome.SetException(exception);
        }
    }
}
