using Grpc.Core;

namespace Parley.Compat.Tests.Contracts;

public sealed class CallOptionsKeepTheirPromises
{
    [Fact]
    public void Options_ask_for_nothing_by_default()
    {
        var options = new CallOptions();

        options.Headers.ShouldBeNull();
        options.Deadline.ShouldBeNull();
        options.CancellationToken.CanBeCanceled.ShouldBeFalse();
        options.WriteOptions.ShouldBeNull();
        options.PropagationToken.ShouldBeNull();
        options.Credentials.ShouldBeNull();
        options.IsWaitForReady.ShouldBeFalse();
    }

    [Fact]
    public void A_change_gives_new_options_and_keeps_the_rest()
    {
        Metadata headers = [];
        using var cancel = new CancellationTokenSource();
        var credentials = CallCredentials.FromInterceptor((_, _) => Task.CompletedTask);
        var write = new WriteOptions(WriteFlags.NoCompress);
        var before = new CallOptions();

        var after = before.WithHeaders(headers).WithDeadline(DateTime.UnixEpoch).WithCancellationToken(cancel.Token)
            .WithWriteOptions(write).WithCredentials(credentials).WithWaitForReady();

        before.Headers.ShouldBeNull();
        after.Headers.ShouldBeSameAs(headers);
        after.Deadline.ShouldBe(DateTime.UnixEpoch);
        after.CancellationToken.ShouldBe(cancel.Token);
        after.WriteOptions.ShouldBeSameAs(write);
        after.Credentials.ShouldBeSameAs(credentials);
        after.IsWaitForReady.ShouldBeTrue();
        after.WithWaitForReady(false).IsWaitForReady.ShouldBeFalse();
    }

    [Fact]
    public void Options_are_what_they_were_made_of()
    {
        Metadata headers = [];
        using var cancel = new CancellationTokenSource();
        var write = new WriteOptions();
        var credentials = CallCredentials.FromInterceptor((_, _) => Task.CompletedTask);

        var options = new CallOptions(headers, DateTime.MaxValue, cancel.Token, write, null, credentials);

        options.Headers.ShouldBeSameAs(headers);
        options.Deadline.ShouldBe(DateTime.MaxValue);
        options.CancellationToken.ShouldBe(cancel.Token);
        options.WriteOptions.ShouldBeSameAs(write);
        options.PropagationToken.ShouldBeNull();
        options.Credentials.ShouldBeSameAs(credentials);
    }

    // Only a server makes propagation tokens, and the published one makes none; that nothing else is lost can be seen.
    [Fact]
    public void A_propagation_token_replaces_only_the_token()
    {
        Metadata headers = [];

        var options = new CallOptions(headers, DateTime.UnixEpoch).WithWaitForReady().WithPropagationToken(null!);

        options.PropagationToken.ShouldBeNull();
        options.Headers.ShouldBeSameAs(headers);
        options.Deadline.ShouldBe(DateTime.UnixEpoch);
        options.IsWaitForReady.ShouldBeTrue();
    }

    [Fact]
    public void Write_flags_combine()
    {
        var options = new WriteOptions(WriteFlags.BufferHint | WriteFlags.NoCompress);

        ((int)options.Flags).ShouldBe(3);
        options.Flags.HasFlag(WriteFlags.NoCompress).ShouldBeTrue();
    }

    [Fact]
    public void Write_options_carry_no_flags_by_default() => WriteOptions.Default.Flags.ShouldBe(default);

    [Fact]
    public void Deadline_and_cancellation_propagate_by_default()
    {
        ContextPropagationOptions.Default.IsPropagateDeadline.ShouldBeTrue();
        ContextPropagationOptions.Default.IsPropagateCancellation.ShouldBeTrue();
        new ContextPropagationOptions(propagateDeadline: false).IsPropagateDeadline.ShouldBeFalse();
        new ContextPropagationOptions(propagateCancellation: false).IsPropagateCancellation.ShouldBeFalse();
        new ContextPropagationOptions(propagateCancellation: false).IsPropagateDeadline.ShouldBeTrue();
    }
}
