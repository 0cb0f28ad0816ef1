using System.Diagnostics;
using System.Text.Json;
using Parley.Contracts;
using Parley.Tests;

namespace Parley.EndToEnd.Tests;

/// <summary>On a system of its own, which it stops and starts.</summary>
public sealed class Watching_from_the_command_line(Desk desk) : IClassFixture<Desk>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // Of parties that the desk's story does not tell of.
    private static readonly Article Planned = Dispatches.Pairs[^6];
    private static readonly Article PutOff = Dispatches.Pairs[^5];
    private static readonly Article Other = Dispatches.Pairs[^4];

    [Fact]
    public async Task Goes_on_after_a_cut_without_gap_or_repeat_and_ends_with_0_and_the_token_to_go_on_from()
    {
        (await desk.Parley.RunAsync(["subscribe", "--name", "pairs", "--status", "planned", "--status", "postponed"])).ExitCode.ShouldBe(0);
        using var watch = desk.Parley.Start(["watch", "pairs"]);
        (await LineAsync(watch.StandardError)).ShouldBe("watching for alerts; Ctrl-C ends it");
        await desk.TakeInAsync(Planned);
        var first = await AlertAsync(watch);
        first.Article.ShouldBe(Planned.Id);

        await desk.StopAsync();
        (await LineAsync(watch.StandardError)).ShouldNotBeNull().ShouldContain("was cut");
        await desk.StartAsync();
        await desk.TakeInAsync(PutOff);

        (await AlertAsync(watch)).Article.ShouldBe(PutOff.Id);
        (await LineAsync(watch.StandardError)).ShouldBe("watching again");
        await desk.TakeInAsync(Other);
        var last = await AlertAsync(watch);
        last.Article.ShouldBe(Other.Id);
        await InterruptAsync(watch);
        watch.ExitCode.ShouldBe(0);
        (await watch.StandardOutput.ReadToEndAsync()).ShouldBeEmpty();
        (await watch.StandardError.ReadToEndAsync()).ShouldStartWith("go on from here with: ./parley watch --from ");

        // From the first one's token on, under the name that the command has in the design.
        using var again = desk.Parley.Start(["alerts", "--json", "--status", "planned", "--resume", first.Token]);
        (await AlertAsync(again)).Article.ShouldBe(Other.Id);
        await InterruptAsync(again);
        again.ExitCode.ShouldBe(0);
    }

    private static async Task<(string? Article, string Token)> AlertAsync(Process watch)
    {
        using var alert = JsonDocument.Parse((await LineAsync(watch.StandardOutput))!);
        return (alert.RootElement.GetProperty("change").GetProperty("cause").GetProperty("article").GetString(), alert.RootElement.GetProperty("resume_token").GetString()!);
    }

    private static Task<string?> LineAsync(StreamReader reader) => reader.ReadLineAsync().WaitAsync(Patience);

    private static async Task InterruptAsync(Process process)
    {
        await Programs.SignalAsync("INT", process.Id);
        await process.WaitForExitAsync().WaitAsync(Patience);
    }
}
