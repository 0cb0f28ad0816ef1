using Parley.Platform.Grpc;
using static Grpc.Health.V1.HealthCheckResponse.Types;

namespace Parley.Platform.Tests.Grpc;

public sealed class HealthRegistryTests
{
    [Fact]
    public async Task A_watcher_that_was_slow_gets_the_latest_only()
    {
        var registry = new HealthRegistry();
        await using var watch = registry.Watch("desk").GetAsyncEnumerator();
        await watch.MoveNextAsync();

        registry.Set("desk", ServingStatus.Serving);
        registry.Set("desk", ServingStatus.NotServing);
        await watch.MoveNextAsync();

        watch.Current.ShouldBe(ServingStatus.NotServing);
    }

    [Fact]
    public async Task A_change_of_another_service_is_not_told()
    {
        var registry = new HealthRegistry();
        await using var watch = registry.Watch("desk").GetAsyncEnumerator();
        await watch.MoveNextAsync();

        var next = watch.MoveNextAsync();
        registry.Set("other", ServingStatus.Serving);
        next.IsCompleted.ShouldBeFalse();
        registry.Set("desk", ServingStatus.Serving);
        await next;

        watch.Current.ShouldBe(ServingStatus.Serving);
    }

    [Fact]
    public async Task A_watch_ends_with_its_token()
    {
        using var cancel = new CancellationTokenSource();
        await using var watch = new HealthRegistry().Watch("desk", cancel.Token).GetAsyncEnumerator();
        await watch.MoveNextAsync();

        var next = watch.MoveNextAsync();
        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(next.AsTask());
    }

    [Fact]
    public void Nothing_serves_after_the_stop()
    {
        var registry = new HealthRegistry();
        registry.Set("desk", ServingStatus.Serving);

        registry.Stop();
        registry.Set("desk", ServingStatus.Serving);

        registry.All().ShouldAllBe(entry => entry.Value == ServingStatus.NotServing);
    }

    [Fact]
    public void An_unknown_service_has_no_status() => new HealthRegistry().Find("desk").ShouldBeNull();
}
