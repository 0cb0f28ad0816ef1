using Parley.Alerting.Feeds;

namespace Parley.Alerting.Tests.Feeds;

public sealed class The_time_of_a_feed
{
    private static readonly DateTimeOffset Second = new(2031, 3, 2, 18, 5, 3, TimeSpan.Zero);

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(0, 5_000, 0)]
    [InlineData(200, 300, 0)]
    [InlineData(200, 1_000, 1)]
    [InlineData(200, 60_000, 1)]
    public void Is_the_next_whole_second_and_never_in_the_future(int seenMs, int nowMs, int seconds) =>
        Seen(seenMs).LastModified(Second.AddMilliseconds(nowMs)).ShouldBe(Second.AddSeconds(seconds));

    [Fact]
    public void Is_later_for_what_changed_later_once_the_second_is_over()
    {
        var asked = Second.AddMilliseconds(300);
        var told = Seen(200).LastModified(asked);

        Seen(700).LastModified(Second.AddSeconds(1)).ShouldBeGreaterThan(told);
    }

    private static Feed Seen(int milliseconds) => new(Second, default, [], [], "\"x\"", Second.AddMilliseconds(milliseconds));
}
