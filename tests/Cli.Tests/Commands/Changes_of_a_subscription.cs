using System.CommandLine;
using Google.Protobuf.WellKnownTypes;
using Parley.Cli.Commands;
using Parley.Protocol.Type.V1;

namespace Parley.Cli.Tests.Commands;

[Collection(ConsoleCollection.Name)]
public sealed class Changes_of_a_subscription
{
    private static readonly Subscription Stored = new()
    {
        Id = "sub-1",
        Actors = { "CHL" },
        Channels =
        {
            new Channel { Id = "1", Webhook = new WebhookChannel { Url = "https://desk.example/a" } },
            new Channel { Id = "2", Email = new EmailChannel { To = { "a@desk.example" } } },
            new Channel { Id = "3", Queue = new QueueChannel { MaxLength = 7 } },
            new Channel { Id = "5", Webhook = new WebhookChannel { Url = "https://desk.example/b" } },
        },
        Calm = new Calm
        {
            Digest = new DigestSchedule { Every = DigestInterval.Daily, At = "07:30", TimeZone = "America/Lima" },
            MaxPerHour = 3,
            GroupBy = Grouping.Dossier,
            GroupWait = Duration.FromTimeSpan(TimeSpan.FromSeconds(90)),
            Quiet = new QuietHours { From = "22:00", To = "06:00", TimeZone = "America/Santiago", Days = { Weekday.Sunday } },
            Urgent = Severity.Critical,
        },
    };

    public static TheoryData<string, Action<Calm>> Calms { get; } = new()
    {
        { "--max-per-hour 5", c => c.MaxPerHour = 5 },
        { "--max-per-hour 0", c => c.MaxPerHour = 0 },
        { "--time-zone Asia/Tokyo", c => (c.Digest.TimeZone, c.Quiet.TimeZone) = ("Asia/Tokyo", "Asia/Tokyo") },
        { "--digest hourly", c => c.Digest = new DigestSchedule { Every = DigestInterval.Hourly, TimeZone = "America/Lima" } },
        { "--quiet 21:00-05:00", c => (c.Quiet.From, c.Quiet.To) = ("21:00", "05:00") },
        { "--urgent warning", c => c.Urgent = Severity.Warning },
        { "--group-by entry", c => c.GroupBy = Grouping.Entry },
        { "--group-wait 5", c => c.GroupWait = Duration.FromTimeSpan(TimeSpan.FromSeconds(5)) },
        { "--without digest", c => c.Digest = null },
        { "--without quiet", c => c.Quiet = null },
        { "--without quiet --digest hourly --time-zone Asia/Tokyo", c => (c.Quiet, c.Digest) = (null, new DigestSchedule { Every = DigestInterval.Hourly, TimeZone = "Asia/Tokyo" }) },
        { "--without time-zone", c => (c.Digest.TimeZone, c.Quiet.TimeZone) = ("", "") },
        { "--without max-per-hour --without urgent", c => (c.MaxPerHour, c.Urgent) = (0, Severity.Unspecified) },
        { "--without group-by", c => (c.GroupBy, c.GroupWait) = (Grouping.Unspecified, null) },
        { "--without group-wait", c => c.GroupWait = null },
    };

    [Theory]
    [MemberData(nameof(Calms))]
    public void Of_one_setting_leave_the_other_settings_as_they_are(string line, Action<Calm> change)
    {
        var (changed, fields) = Change(line);

        var expected = Stored.Calm.Clone();
        change(expected);
        changed.Calm.ShouldBe(expected);
        fields.Paths.ShouldBe(["calm"]);
    }

    [Theory]
    [InlineData("--without actor --without min-severity", "actors", "min_severity")]
    [InlineData("--without name --place Lima --outlets 0", "name", "places", "min_outlets")]
    [InlineData("--without label --without status --without further-sources", "labels", "statuses", "further_sources")]
    public void Take_a_filter_away_by_naming_its_field_and_giving_nothing(string line, params string[] fields)
    {
        var (changed, mask) = Change(line);

        mask.Paths.ShouldBe(fields);
        changed.Actors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("--webhook https://desk.example/b", "5")]
    [InlineData("--webhook https://desk.example/b --webhook https://new.example/ --webhook https://desk.example/a", "5,,1")]
    [InlineData("--email b@desk.example --email A@desk.example", "2")]
    [InlineData("--email b@desk.example", "")]
    [InlineData("--queue --webhook https://new.example/", ",3")]
    [InlineData("--without webhook", "2,3")]
    [InlineData("--without webhook --without queue --without email", null)]
    public void Keep_the_channels_that_lead_where_they_led(string line, string? ids)
    {
        var (changed, fields) = Change(line);

        fields.Paths.ShouldBe(["channels"]);
        changed.Channels.Select(c => c.Id).ShouldBe(ids?.Split(',') ?? []);
        changed.Channels.Where(c => c.Queue is not null).ShouldAllBe(c => c.Queue.MaxLength == 7);
    }

    [Theory]
    [InlineData("--time-zone Asia/Tokyo", "--digest and --quiet, and there is neither")]
    [InlineData("--group-wait 5", "give --group-by with it")]
    public void Of_what_there_is_not_are_refused(string line, string answer) =>
        Should.Throw<UsageException>(() => Change(line, new Subscription())).Message.ShouldContain(answer);

    [Fact]
    public void That_leave_no_calm_leave_none() => Change("--without max-per-hour", new Subscription { Calm = new Calm { MaxPerHour = 1 } }).Changed.Calm.ShouldBeNull();

    private static (Subscription Changed, FieldMask Fields) Change(string line, Subscription? stored = null)
    {
        var (options, command) = (new SubscriptionOptions(), new Command("change"));
        options.AddToChange(command);
        var parse = command.Parse(line.Split(' '));
        parse.Errors.ShouldBeEmpty();
        return options.Change(parse, stored ?? Stored);
    }
}
