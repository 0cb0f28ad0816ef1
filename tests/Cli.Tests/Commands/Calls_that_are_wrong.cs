using Parley.Cli.Commands;

namespace Parley.Cli.Tests.Commands;

[Collection(ConsoleCollection.Name)]
public sealed class Calls_that_are_wrong
{
    [Theory]
    [InlineData("ledgr", "ledger", "./parley --help")]
    [InlineData("ledger --asof 2020-06-14", "--as-of", "./parley ledger --help")]
    [InlineData("watch --status plannd", "'planned'", "./parley watch --help")]
    [InlineData("search x --page 0", "--page is a number from 1.", "./parley search --help")]
    [InlineData("search x --page-size 101", "--page-size is a number from 1 to 100.", "./parley search --help")]
    [InlineData("reprocess --last --all", "--last and --cancel start nothing", "./parley reprocess --help")]
    public async Task Are_answered_by_what_may_be_meant_and_where_to_read_on_not_by_pages_of_help(string line, string meant, string next)
    {
        var (status, errors) = await RunAsync(line.Split(' '));

        status.ShouldBe(2);
        errors.ShouldContain(meant);
        errors.TrimEnd().ShouldEndWith(next);
        errors.ShouldNotContain("Description:");
    }

    [Fact]
    public async Task Say_the_form_of_a_time() =>
        (await Should.ThrowAsync<UsageException>(() => CommandTree.RunAsync(["ledger", "--as-of", "14/6/2020"]))).Message
            .ShouldBe("--as-of 14/6/2020 is neither RFC 3339 (2020-06-14T12:00:00Z) nor a day (2020-06-14).");

    [Fact]
    public async Task Say_that_a_subscription_to_everything_must_be_meant() =>
        (await Should.ThrowAsync<UsageException>(() => CommandTree.RunAsync(["subscribe"]))).Message.ShouldContain("--everything");

    private static async Task<(int Status, string Errors)> RunAsync(string[] args)
    {
        var before = Console.Error;
        await using var errors = new StringWriter();
        Console.SetError(errors);
        try
        {
            return (await CommandTree.RunAsync(args), errors.ToString());
        }
        finally
        {
            Console.SetError(before);
        }
    }
}
