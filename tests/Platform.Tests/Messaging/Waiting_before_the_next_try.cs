using Parley.Platform.Messaging;

namespace Parley.Platform.Tests.Messaging;

public sealed class Waiting_before_the_next_try
{
    [Theory]
    [InlineData(1, 100)]
    [InlineData(2, 200)]
    [InlineData(3, 400)]
    [InlineData(6, 3_200)]
    [InlineData(7, 5_000)]
    [InlineData(10, 5_000)]
    [InlineData(int.MaxValue, 5_000)]
    public void The_wait_doubles_up_to_five_seconds_with_a_quarter_of_jitter(int failures, int milliseconds)
    {
        for (var i = 0; i < 100; i++)
            Backoff.After(failures).TotalMilliseconds.ShouldBeInRange(milliseconds, milliseconds * 1.25);
    }

    [Fact]
    public void Copies_do_not_march_in_step() => Enumerable.Range(0, 20).Select(_ => Backoff.After(3)).Distinct().Count().ShouldBeGreaterThan(1);
}
