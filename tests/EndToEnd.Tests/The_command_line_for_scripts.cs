using System.Text.Json;

namespace Parley.EndToEnd.Tests;

[Collection(DeskCollection.Name)]
public sealed class The_command_line_for_scripts(Desk desk)
{
    [Fact]
    public async Task Status_has_a_line_for_each_service()
    {
        var ran = await desk.Parley.RunAsync(["status"]);

        ran.ExitCode.ShouldBe(0, ran.Errors);
        var lines = Lines(ran);
        lines.Select(l => Text(l, "service")).ShouldBe(["ingestion", "extraction", "search", "alerting"]);
        foreach (var part in new[] { "health", "database", "bus" })
            lines.Select(l => Text(l, part)).ShouldAllBe(word => word == "serving");
        lines.Select(l => Text(l, "version")).ShouldAllBe(version => version!.Length > 0);
    }

    [Fact]
    public async Task Status_ends_with_3_and_advice_where_nothing_answers()
    {
        var elsewhere = await new CommandLine(address: new Uri("http://127.0.0.1:9")).RunAsync(["status"]);
        elsewhere.ExitCode.ShouldBe(3);
        Lines(elsewhere).Select(l => Text(l, "health")).ShouldBe(["unreachable", "unreachable", "unreachable", "unreachable"]);
        elsewhere.Errors.ShouldContain("ingestion does not answer");

        var here = await new CommandLine(Path.Combine(Path.GetTempPath(), $"parley-none-{Guid.NewGuid():N}")).RunAsync(["status"]);
        here.ExitCode.ShouldBe(3);
        here.Errors.ShouldContain("./parley up");
    }

    [Fact]
    public async Task Search_gives_entries_as_the_ledger_does_and_articles_behind_them()
    {
        var ran = await desk.Parley.RunAsync(["search", "oslo", "--page-size", "10"]);

        ran.ExitCode.ShouldBe(0, ran.Errors);
        Lines(ran).Select(l => Text(l, "type")).ShouldBe(["talks", "article", "article", "article"]);
        var ledger = await desk.Parley.RunAsync(["ledger"]);
        ledger.Output.Split('\n').ShouldContain(ran.Output.Split('\n')[0]);
        Lines(ran).Skip(1).Select(l => Text(l, "snippet")!.ToUpperInvariant()).ShouldAllBe(s => s.Contains("«OSLO»"));
    }

    [Theory]
    [InlineData("oslo --type article", 3)]
    [InlineData("oslo --type talks", 1)]
    [InlineData("oslo --type ceasefire", 0)]
    [InlineData("--actor Finland --type talks", 1)]
    [InlineData("--actor chad --type ceasefire", 1)]
    [InlineData("oslo --type article --page-size 2 --page 1", 2)]
    [InlineData("oslo --type article --page-size 2 --page 2", 1)]
    [InlineData("oslo --type article --page-size 2 --page 3", 0)]
    public async Task Search_narrows_and_pages(string arguments, int found)
    {
        var ran = await desk.Parley.RunAsync(["search", .. arguments.Split(' ')]);

        ran.ExitCode.ShouldBe(0, ran.Errors);
        Lines(ran).Count.ShouldBe(found);
        ran.Errors.Contains("there is more: --page 2", StringComparison.Ordinal).ShouldBe(arguments.EndsWith("--page 1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_service_refuses_names_the_option_and_ends_with_2()
    {
        var ran = await desk.Parley.RunAsync(["subscribe", "--actor", "two words"]);
        ran.ExitCode.ShouldBe(2);
        ran.Errors.ShouldContain("--actor (number 1) is not an actor's id, such as TUR or GNA.");

        ran = await desk.Parley.RunAsync(["watch", "--from", "nonsense"]);
        ran.ExitCode.ShouldBe(2);
        ran.Errors.ShouldContain("--from is not a token");
    }

    [Fact]
    public async Task A_subscription_is_made_listed_shown_by_name_and_deleted()
    {
        var made = await desk.Parley.RunAsync(["subscribe", "--name", "north desk", "--actor", "Norway", "--actor", "FIN", "--type", "talks", "--status", "in_force"]);
        made.ExitCode.ShouldBe(0, made.Errors);
        made.Errors.ShouldContain("Norway is NOR (Norway)");
        made.Errors.ShouldContain("./parley watch 'north desk'");
        var line = Lines(made).ShouldHaveSingleItem();
        line.GetProperty("actors").EnumerateArray().Select(a => a.GetString()).ShouldBe(["FIN", "NOR"]);

        (await desk.Parley.RunAsync(["subscribe", "list"])).Output.Split('\n').ShouldContain(made.Output.TrimEnd());
        (await desk.Parley.RunAsync(["subscribe", "show", "north desk"])).Output.ShouldBe(made.Output);
        (await desk.Parley.RunAsync(["subscribe", "show", Text(line, "id")!])).Output.ShouldBe(made.Output);

        (await desk.Parley.RunAsync(["subscribe", "delete", "north desk"])).ExitCode.ShouldBe(0);
        var gone = await desk.Parley.RunAsync(["subscribe", "show", "north desk"]);
        gone.ExitCode.ShouldBe(1);
        gone.Errors.ShouldBe("parley: There is no subscription north desk. Those that there are: ./parley subscribe list\n");
    }

    [Fact]
    public async Task A_change_leaves_what_it_does_not_name_and_a_webhook_keeps_its_secret()
    {
        var made = await desk.Parley.RunAsync(
            ["subscribe", "--name", "calm desk", "--everything", "--label", "team=south", "--webhook", "https://desk.example/a", "--digest", "daily@07:30", "--time-zone", "America/Lima"]);
        made.ExitCode.ShouldBe(0, made.Errors);
        Text(Lines(made).Single().GetProperty("channels")[0], "secret").ShouldNotBeNull();

        var changed = await desk.Parley.RunAsync(
            ["subscribe", "change", "calm desk", "--max-per-hour", "5", "--place", "Chile", "--webhook", "https://new.example/", "--webhook", "https://desk.example/a"]);
        changed.ExitCode.ShouldBe(0, changed.Errors);
        var line = Lines(changed).Single();
        (line.GetProperty("calm").GetProperty("maxPerHour").GetInt32(), Text(line.GetProperty("calm").GetProperty("digest"), "timeZone")).ShouldBe((5, "America/Lima"));
        line.GetProperty("channels").EnumerateArray().Select(c => (Text(c, "id"), Text(c, "to"), Text(c, "secret") is null))
            .ShouldBe([("2", "https://new.example/", false), ("1", "https://desk.example/a", true)]);
        line.GetProperty("places").EnumerateArray().Single().GetString().ShouldBe("CHL");

        var without = Lines(await desk.Parley.RunAsync(["subscribe", "change", "calm desk", "--without", "digest", "--without", "place"])).Single();
        without.GetProperty("calm").EnumerateObject().Select(m => m.Name).ShouldBe(["maxPerHour"]);
        without.GetProperty("places").GetArrayLength().ShouldBe(0);

        Lines(await desk.Parley.RunAsync(["subscribe", "list", "--label", "team=south"])).Select(l => Text(l, "name")).ShouldBe(["calm desk"]);
        Lines(await desk.Parley.RunAsync(["subscribe", "list", "--label", "team=north"])).ShouldBeEmpty();
        (await desk.Parley.RunAsync(["subscribe", "delete", "calm desk"])).ExitCode.ShouldBe(0);
    }

    [Theory]
    [InlineData("a\nb", "--name has a control character.")]
    [InlineData("   ", "--name is blank; leave it empty for none.")]
    public async Task A_name_that_nobody_could_type_or_see_is_refused(string name, string answer)
    {
        var ran = await desk.Parley.RunAsync(["subscribe", "--everything", "--name", name]);

        (ran.ExitCode, ran.Output).ShouldBe((2, ""));
        ran.Errors.ShouldContain(answer);
    }

    [Fact]
    public async Task The_address_of_a_feed_is_a_line_by_itself_and_can_be_withdrawn()
    {
        await desk.Parley.RunAsync(["subscribe", "--name", "fed", "--everything"]);
        using var http = new HttpClient();

        var fed = await desk.Parley.RunAsync(["subscribe", "feed", "fed"]);
        fed.ExitCode.ShouldBe(0, fed.Errors);
        fed.Output.ShouldMatch("^http://127\\.0\\.0\\.1:[0-9]+/feeds/[A-Za-z0-9_-]{43}\\.atom\n$");
        (await http.GetStringAsync(new Uri(fed.Output.Trim()))).ShouldContain(">fed</title>");
        Text(Lines(await desk.Parley.RunAsync(["subscribe", "show", "fed"])).Single(), "feed_since").ShouldNotBeNull();

        var again = Lines(await desk.Parley.RunAsync(["subscribe", "feed", "fed", "--json"])).Single();
        (await http.GetAsync(new Uri(fed.Output.Trim()))).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
        (await http.GetAsync(new Uri(Text(again, "address")!))).StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);

        var off = await desk.Parley.RunAsync(["subscribe", "feed", "fed", "--off"]);
        (off.ExitCode, off.Output).ShouldBe((0, ""));
        (await http.GetAsync(new Uri(Text(again, "address")!))).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
        var shown = Lines(await desk.Parley.RunAsync(["subscribe", "show", "fed"])).Single();
        (Text(shown, "feed_since"), Text(shown, "id")).ShouldBe((null, Text(again, "id")));
        await desk.Parley.RunAsync(["subscribe", "delete", "fed"]);
    }

    private static IReadOnlyList<JsonElement> Lines(Ran ran) =>
        [.. ran.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];

    private static string? Text(JsonElement line, string name) => line.GetProperty(name).GetString();
}
