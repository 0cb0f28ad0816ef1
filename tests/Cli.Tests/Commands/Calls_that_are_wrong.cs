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
    [InlineData("ledger --order newest", "'last_published desc'", "./parley ledger --help")]
    [InlineData("verdict false talks-1 --step 0", "--step is a number from 1.", "./parley verdict false --help")]
    [InlineData("subscribe preview --days 0", "--days is a number from 1 to 366.", "./parley subscribe preview --help")]
    [InlineData("subscribe preview --days abc", "--days is a number from 1 to 366.", "./parley subscribe preview --help")]
    [InlineData("alerts list libya-desk --limit -3", "--limit is a number from 1.", "list --help")]
    [InlineData("watch --min-confidence abc", "--min-confidence is a number from 0 to 1.", "./parley watch --help")]
    [InlineData("watch --min-confidence 1.5", "--min-confidence is a number from 0 to 1.", "./parley watch --help")]
    [InlineData("subscribe --actor TUR --max-per-hour many", "--max-per-hour is a number from 0 to 10000.", "./parley subscribe --help")]
    [InlineData("subscribe rotate libya-desk 1 --overlap soon", "--overlap is a number from 0 to 720.", "./parley subscribe rotate --help")]
    [InlineData("subscribe silence libya-desk --hours 1,5", "--hours is a number from 0 to 87600.", "./parley subscribe silence --help")]
    [InlineData("subscribe change libya-desk --without peace", "'digest'", "./parley subscribe change --help")]
    public async Task Are_answered_by_what_may_be_meant_and_where_to_read_on_not_by_pages_of_help(string line, string meant, string next)
    {
        var (status, errors) = await RunAsync(line.Split(' '));

        status.ShouldBe(2);
        errors.ShouldContain(meant);
        errors.TrimEnd().ShouldEndWith(next);
        errors.ShouldNotContain("Description:");
        errors.ShouldNotContain("System.");
    }

    [Fact]
    public async Task Say_what_a_name_stands_for_once_however_often_it_stands_there()
    {
        var before = Console.Error;
        await using var errors = new StringWriter();
        Console.SetError(errors);
        try
        {
            await Should.ThrowAsync<UsageException>(() => CommandTree.RunAsync("subscribe --actor Turkey --pair Turkey+Russia --pair Turkey+Libya --address nowhere".Split(' ')));
        }
        finally
        {
            Console.SetError(before);
        }

        errors.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries)
            .ShouldBe(["parley: Turkey is TUR (Turkey)", "parley: Russia is RUS (Russia)", "parley: Libya is LBY (Libya)"]);
    }

    [Fact]
    public async Task Say_the_form_of_a_time() =>
        (await Should.ThrowAsync<UsageException>(() => CommandTree.RunAsync(["ledger", "--as-of", "14/6/2020"]))).Message
            .ShouldBe("--as-of 14/6/2020 is neither RFC 3339 (2020-06-14T12:00:00Z) nor a day (2020-06-14).");

    [Theory]
    [InlineData("verdict apart talks-1", "another entry, or --step N")]
    [InlineData("verdict apart talks-1 talks-2 --step 1", "another entry, or --step N")]
    [InlineData("verdict pin talks-1 status=met", "'met' is no status")]
    [InlineData("ledger talks-1 --status held", "leave --type, --status")]
    [InlineData("ledger --from soon", "--from soon is no day")]
    [InlineData("watch --changes --status held", "--changes takes --actor and --type, and nothing else")]
    [InlineData("subscribe --pair Turkey", "does not name two parties")]
    [InlineData("subscribe --move planned", "is not from:to")]
    [InlineData("subscribe --move planned:gone", "gone is no status")]
    [InlineData("subscribe --actor TUR --digest often", "is not hourly, daily@07:30")]
    [InlineData("subscribe --actor TUR --quiet night", "is not from-to")]
    [InlineData("subscribe --actor TUR --label desk", "is not key=value")]
    [InlineData("subscribe change libya-desk", "Say what to change")]
    [InlineData("subscribe change libya-desk --digest hourly --without digest", "Give --digest or --without digest, not both.")]
    [InlineData("subscribe --actor TUR --time-zone Asia/Tokyo", "there is neither")]
    [InlineData("subscribe --actor TUR --group-wait 5", "nothing is grouped")]
    [InlineData("subscribe preview libya-desk --actor TUR", "Give a stored subscription or a filter")]
    [InlineData("subscribe list --label desk", "is not key=value")]
    [InlineData("subscribe silence libya-desk", "Say until when")]
    [InlineData("alerts list libya-desk --from someday", "is neither RFC 3339")]
    public async Task Say_what_does_not_go_together_or_is_none(string line, string answer) =>
        (await Should.ThrowAsync<UsageException>(() => CommandTree.RunAsync(line.Split(' ')))).Message.ShouldContain(answer);

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
