using Parley.Alerting.Storage;
using Parley.Platform.Storage;

namespace Parley.Integration.Tests.Alerting;

public sealed class A_stream_that_is_resumed(AlertingSite site) : IClassFixture<AlertingSite>
{
    private const int Rounds = 40;
    private const int WritersAtOnce = 6;

    [Fact]
    public async Task Has_no_gap_and_no_repeat_while_several_connections_write_and_commit_in_any_order()
    {
        var token = (await FirstAsync("")).Token;
        var writing = Task.Run(WriteAsync);

        var seen = new List<string>();
        while (seen.Count < Rounds * WritersAtOnce)
        {
            // A few alerts, then a new call with the last token; its first answer is a sign of life.
            using var watch = await site.WatchAsync(new() { ResumeToken = token });
            for (var i = 0; i < 7 && seen.Count < Rounds * WritersAtOnce; i++)
            {
                var response = await watch.NextAsync();
                token = response.ResumeToken;
                if (response.Alert is { } alert)
                    seen.Add(alert.Id);
            }
        }

        await writing;
        seen.Distinct().Count().ShouldBe(seen.Count);
        seen.Order(StringComparer.Ordinal).ShouldBe(
            Enumerable.Range(0, Rounds).SelectMany(r => Enumerable.Range(0, WritersAtOnce).Select(w => $"r{r:00}-{w}/1")));
        // Nothing is behind the last token.
        await site.ChangeAsync(Changes.Of("last", actors: ["NOR"]));
        using var rest = await site.WatchAsync(new() { ResumeToken = token });
        (await rest.UntilAsync("last/1")).ShouldBe(["last/1"]);
    }

    /// <summary>In each round several transactions are open at once, and the last that is open overlaps with the next round.</summary>
    private async Task WriteAsync()
    {
        var random = new Random(7);
        var database = site.Host.Get<AlertingDatabase>();
        UnitOfWork? late = null;
        for (var round = 0; round < Rounds; round++)
        {
            var open = new List<UnitOfWork>();
            for (var writer = 0; writer < WritersAtOnce; writer++)
            {
                var work = await database.BeginAsync(CancellationToken.None);
                await ChangeLog.AppendAsync(work, [Changes.Of($"r{round:00}-{writer}", actors: ["NOR"])], DateTimeOffset.UtcNow, CancellationToken.None);
                open.Add(work);
            }

            var order = open.ToArray();
            random.Shuffle(order);
            foreach (var work in order.SkipLast(1))
                await CommitAsync(work);
            if (late is not null)
                await CommitAsync(late);
            late = order[^1];
        }

        await CommitAsync(late!);
    }

    private static async Task CommitAsync(UnitOfWork work)
    {
        await work.CommitAsync(CancellationToken.None);
        await work.DisposeAsync();
    }

    private async Task<(string Token, bool Alert)> FirstAsync(string token)
    {
        using var watch = new Watch(site.Client.WatchAlerts(new() { ResumeToken = token }));
        var response = await watch.NextAsync();
        return (response.ResumeToken, response.Alert is not null);
    }
}
