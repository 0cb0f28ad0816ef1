using Parley.EndToEnd.Tests;
using Parley.LocalServers;
using Parley.Tests;

namespace Parley.Reliability.Tests;

public sealed class When_nobody_answers
{
    [Fact]
    public async Task Ingest_gives_up_after_the_time_given_and_reports_each_article_that_was_not_acknowledged()
    {
        var ran = await new CommandLine().RunAsync(["ingest", "seeds", "--wait", "0", "--address", $"http://127.0.0.1:{FreePort.Next()}"]);

        ran.ExitCode.ShouldBe(3);
        ran.Errors.Split('\n').Count(line => line.Contains("not acknowledged", StringComparison.Ordinal)).ShouldBe(Seeds.Submissions.Count);
    }
}
