using Parley.Cli.Commands;

namespace Parley.Cli.Tests.Commands;

[Collection(ConsoleCollection.Name)]
public sealed class Calls_that_are_wrong : IDisposable
{
    private readonly TextWriter _before = Console.Error;
    private readonly StringWriter _errors = new();

    public Calls_that_are_wrong() => Console.SetError(_errors);

    public void Dispose() => Console.SetError(_before);

    [Theory]
    [InlineData("ledgr", "ledger", "./parley --help")]
    [InlineData("ledger --asof 2020-06-14", "--as-of", "./parley ledger --help")]
    [InlineData("watch --status plannd", "'planned'", "./parley watch --help")]
    [InlineData("search x --page 0", "--page is a number from 1.", "./parley search --help")]
    [InlineData("search x --page-size 101", "--page-size is a number from 1 to 100.", "./parley search --help")]
    public async Task Are_answered_by_what_may_be_meant_and_where_to_read_on_not_by_pages_of_help(string line, string meant, string next)
    {
        (await CommandTree.RunAsync(line.Split(' '))).ShouldBe(2);

        _errors.ToString().ShouldContain(meant);
        _errors.ToString().TrimEnd().ShouldEndWith(next);
        _errors.ToString().ShouldNotContain("Description:");
    }

    [Fact]
    public async Task Say_the_form_of_a_time() =>
        (await Should.ThrowAsync<UsageException>(() => CommandTree.RunAsync(["ledger", "--as-of", "14/6/2020"]))).Message
            .ShouldBe("--as-of 14/6/2020 is neither RFC 3339 (2020-06-14T12:00:00Z) nor a day (2020-06-14).");

    [Fact]
    public async Task Say_that_a_subscription_to_everything_must_be_meant() =>
        (await Should.ThrowAsync<UsageException>(() => CommandTree.RunAsync(["subscribe"]))).Message.ShouldContain("--everything");
}
