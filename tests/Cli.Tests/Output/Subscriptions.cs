using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Parley.Cli.Output;
using Parley.Protocol.Alerting.V1;
using Parley.Protocol.Type.V1;

namespace Parley.Cli.Tests.Output;

public sealed class Subscriptions
{
    private static readonly Subscription Desk = new()
    {
        Id = "sub-1",
        Name = "desk [south]",
        Actors = { "CHL", "PER" },
        Types_ = { EntryType.Ceasefire },
        Statuses = { EntryStatus.InForce, EntryStatus.CalledFor },
        CreatedAt = new DateTimeOffset(2031, 3, 2, 21, 5, 0, TimeSpan.Zero).ToTimestamp(),
    };

    private static readonly Subscription Full = new()
    {
        Id = "sub-3",
        Owner = "desk",
        Labels = { ["team"] = "south" },
        Pairs = { new ActorPair { One = "CHL", Other = "PER" } },
        Places = { "Lima" },
        Kinds = { EntryKind.Visit },
        Moves = { new StatusMove { To = EntryStatus.Cancelled } },
        Words = { "copper" },
        MinOutlets = 2,
        MinSeverity = Severity.Warning,
        Channels = { new Channel { Id = "1", Webhook = new WebhookChannel { Url = "https://desk.example/" }, Disabled = "410 Gone" } },
        Paused = true,
        CreatedAt = Desk.CreatedAt,
        UpdatedAt = Desk.CreatedAt,
        FeedSince = Desk.CreatedAt,
    };

    [Fact]
    public void A_line_has_the_words_of_the_wire() => SubscriptionView.Line(Desk).ShouldBe(
        """{"id":"sub-1","name":"desk [south]","owner":"","labels":{},"actors":["CHL","PER"],"pairs":[],"places":[],"topics":[],"types":["ceasefire"],"kinds":[],"statuses":["in_force","called_for"],"moves":[],"words":[],"min_confidence":0,"min_outlets":0,"min_severity":"info","further_sources":false,"channels":[],"calm":null,"paused":false,"silenced_until":null,"created_at":"2031-03-02T21:05:00+00:00","updated_at":null,"feed_since":null}""");

    [Fact]
    public void A_line_has_all_that_a_subscription_says_and_a_secret_that_was_made()
    {
        var json = JsonSerializer.Deserialize<JsonElement>(SubscriptionView.Line(Full, [new WebhookSecret { ChannelId = "1", Secret = "whsec_x" }]));

        json.GetProperty("pairs")[0].EnumerateArray().Select(a => a.GetString()).ShouldBe(["CHL", "PER"]);
        json.GetProperty("moves")[0].GetProperty("from").ValueKind.ShouldBe(JsonValueKind.Null);
        json.GetProperty("moves")[0].GetProperty("to").GetString().ShouldBe("cancelled");
        json.GetProperty("labels").GetProperty("team").GetString().ShouldBe("south");
        json.GetProperty("min_severity").GetString().ShouldBe("warning");
        json.GetProperty("feed_since").GetString().ShouldBe("2031-03-02T21:05:00+00:00");
        var channel = json.GetProperty("channels")[0];
        new[] { "channel", "to", "disabled", "secret" }.Select(n => channel.GetProperty(n).GetString()).ShouldBe(["webhook", "https://desk.example/", "410 Gone", "whsec_x"]);
    }

    [Fact]
    public void What_a_row_has_no_place_for_has_lines_of_its_own()
    {
        var calm = new Calm
        {
            Digest = new DigestSchedule { Every = DigestInterval.Weekly, Day = Weekday.Friday, At = "07:30", TimeZone = "America/Lima" },
            Quiet = new QuietHours { From = "22:00", To = "06:00" },
            MaxPerHour = 5,
            GroupBy = Grouping.Entry,
            GroupWait = Duration.FromTimeSpan(TimeSpan.FromSeconds(90)),
            Urgent = Severity.Warning,
        };

        Rendered.By(console => SubscriptionView.ShowRest(console, new Subscription(Full) { Calm = calm })).Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldBe(
        [
            "channel 1: https://desk.example/  disabled: 410 Gone",
            "feed: at its address since 2031-03-02 21:05:00Z",
            "calm: one message on friday at 07:30 America/Lima; nothing from 22:00 to 06:00 UTC; at most 5 an hour; together by entry after 90 s; warning and above wait for nothing",
            "owner: desk",
            "labels: team=south",
        ]);
    }

    [Theory]
    [InlineData(DigestInterval.Hourly, "07:30", "one message an hour, at minute 30 UTC")]
    [InlineData(DigestInterval.Daily, "", "one message daily at 00:00 UTC")]
    public void A_digest_says_when_it_comes(DigestInterval every, string at, string words) =>
        CalmWords.Of(new Calm { Digest = new DigestSchedule { Every = every, At = at } }).ShouldBe(words);

    [Fact]
    public void A_row_says_what_is_asked_for_where_it_goes_and_that_the_rest_is_open() => Rendered.Rows(SubscriptionView.Table(
        [Desk, new Subscription { Id = "sub-2", Name = "all", CreatedAt = Desk.CreatedAt }, new Subscription { Id = "sub-4", Name = "fed", Channels = { Full.Channels }, CreatedAt = Desk.CreatedAt, FeedSince = Desk.CreatedAt }])).ShouldBe(
        [
            ["desk [south]", "CHL, PER", "ceasefire", "in_force, called_for", "who watches", "2031-03-02 21:05Z", "sub-1"],
            ["all", "all", "both", "any", "who watches", "2031-03-02 21:05Z", "sub-2"],
            ["fed", "all", "both", "any", "webhook, feed", "2031-03-02 21:05Z", "sub-4"],
        ]);
}
