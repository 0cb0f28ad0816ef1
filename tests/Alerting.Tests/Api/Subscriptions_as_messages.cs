using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Parley.Alerting.Api;
using Parley.Alerting.Delivery;
using Parley.Alerting.Matching;
using Parley.Alerting.Subscriptions;
using Parley.Contracts;
using Parley.Platform.Grpc;
using Proto = Parley.Protocol.Type.V1;

namespace Parley.Alerting.Tests.Api;

public sealed class Subscriptions_as_messages
{
    private static readonly SubscriptionMapping Mapping = new(new ChannelMapping(new DeliveryOptions { HasBroker = true, HasMail = true }));

    private static Proto.Subscription Full => new()
    {
        Name = "Libya desk",
        Owner = "desk",
        Labels = { ["team"] = "maghreb", ["floor"] = "3" },
        Actors = { "TUR", "LBY" },
        Pairs = { new Proto.ActorPair { One = "LNA", Other = "GNA" } },
        Places = { "LBY", "Sirte" },
        Topics = { "Libya" },
        Types_ = { Proto.EntryType.Talks, Proto.EntryType.Ceasefire },
        Kinds = { Proto.EntryKind.Visit },
        Statuses = { Proto.EntryStatus.Planned, Proto.EntryStatus.Collapsed },
        Moves = { new Proto.StatusMove { From = Proto.EntryStatus.Planned, To = Proto.EntryStatus.Cancelled } },
        Words = { "prisoner exchange" },
        MinConfidence = 0.5,
        MinOutlets = 2,
        MinSeverity = Proto.Severity.Warning,
        FurtherSources = true,
        Channels =
        {
            new Proto.Channel { Queue = new Proto.QueueChannel { MaxLength = 5, Expiry = Duration.FromTimeSpan(TimeSpan.FromHours(2)) } },
            new Proto.Channel { Webhook = new Proto.WebhookChannel { Url = "https://desk.example/alerts" } },
            new Proto.Channel { Email = new Proto.EmailChannel { To = { "desk@desk.example" } } },
        },
        Calm = new Proto.Calm
        {
            Digest = new Proto.DigestSchedule { Every = Proto.DigestInterval.Weekly, At = "07:30", Day = Proto.Weekday.Friday, TimeZone = "Europe/Oslo" },
            MaxPerHour = 6,
            GroupBy = Proto.Grouping.Dossier,
            GroupWait = Duration.FromTimeSpan(TimeSpan.FromMinutes(2)),
            Quiet = new Proto.QuietHours { From = "22:00", To = "06:00", Days = { Proto.Weekday.Saturday }, TimeZone = "Africa/Tripoli" },
            Urgent = Proto.Severity.Critical,
        },
        SilencedUntil = Changes.Time.AddHours(1).ToTimestamp(),
    };

    [Fact]
    public void One_is_told_again_as_it_was_asked_for()
    {
        var proto = SubscriptionMapping.ToProto(Mapping.ToNew(Full, "sub-1", Changes.Time));

        (proto.Id, proto.CreatedAt.ToDateTimeOffset(), proto.UpdatedAt.ToDateTimeOffset()).ShouldBe(("sub-1", Changes.Time, Changes.Time));
        proto.Channels.Select(c => c.Id).ShouldBe(["1", "2", "3"]);
        proto.Channels[0].Queue.Queue.ShouldBe("parley.alerts.sub-1.1");
        (proto.Id, proto.CreatedAt, proto.UpdatedAt) = ("", null, null);
        proto.Channels[0].Queue.Queue = "";
        foreach (var channel in proto.Channels)
            channel.Id = "";
        var expected = Full;
        expected.Actors.Clear();
        expected.Actors.AddRange(["LBY", "TUR"]);
        expected.Pairs[0] = new Proto.ActorPair { One = "GNA", Other = "LNA" };
        proto.ShouldBe(expected);
    }

    [Fact]
    public void One_is_the_same_after_it_was_stored()
    {
        var subscription = Mapping.ToNew(Full, "sub-1", Changes.Time);

        var read = JsonSerializer.Deserialize<Subscription>(JsonSerializer.Serialize(subscription, ParleyJson.Line), ParleyJson.Line)!;

        SubscriptionMapping.ToProto(read).ShouldBe(SubscriptionMapping.ToProto(subscription));
    }

    [Fact]
    public void One_is_read_though_the_database_has_put_the_keys_of_its_channels_in_another_order()
    {
        const string json =
            """
            {"id": "sub-1", "channels": [{"id": "1", "url": "https://desk.example/", "channel": "webhook"}, {"id": "2", "expiry": "01:00:00", "channel": "queue"}],
             "created_at": "2030-01-02T03:04:05+00:00", "updated_at": "2030-01-02T03:04:05+00:00"}
            """;

        JsonSerializer.Deserialize<Subscription>(json, ParleyJson.Line)!.Channels
            .ShouldBe([new WebhookChannel { Id = "1", Url = "https://desk.example/" }, new QueueChannel { Id = "2", Expiry = TimeSpan.FromHours(1) }]);
    }

    [Fact]
    public void One_from_before_there_was_more_than_a_filter_reads_as_it_was()
    {
        // As the migration makes it.
        const string json =
            """
            {"id": "sub-0", "name": "Old", "filter": {"types": ["talks"], "actors": ["TUR"], "statuses": []},
             "created_at": "2030-01-02T03:04:05+00:00", "updated_at": "2030-01-02T03:04:05.25+00:00"}
            """;

        var read = JsonSerializer.Deserialize<Subscription>(json, ParleyJson.Line)!;

        (read.Name, read.Filter.Actors.Single(), read.Filter.Types.Single(), read.Calm, read.Paused).ShouldBe(("Old", "TUR", EntryType.Talks, Calm.None, false));
    }

    [Fact]
    public void Empty_lists_allow_everything() =>
        new Matcher(SubscriptionMapping.ToFilter(new Proto.Subscription(), "filter")).Matches(new ChangeFacts(Changes.PutOff)).ShouldBeTrue();

    public static TheoryData<string, string> Wrong { get; } = new()
    {
        { "name too long", "subscription.name" },
        { "name with NUL", "subscription.name" },
        { "name of two lines", "subscription.name" },
        { "name of blanks", "subscription.name" },
        { "owner too long", "subscription.owner" },
        { "too many labels", "subscription.labels" },
        { "label without a key", "subscription.labels" },
        { "too many actors", "subscription.actors" },
        { "empty actor", "subscription.actors[1]" },
        { "actor with a space", "subscription.actors[1]" },
        { "actor too long", "subscription.actors[1]" },
        { "pair of one", "subscription.pairs[0]" },
        { "pair without the other", "subscription.pairs[0].other" },
        { "place of signs", "subscription.places[0]" },
        { "word of one letter", "subscription.words[0]" },
        { "type unspecified", "subscription.types[1]" },
        { "unknown status", "subscription.statuses[1]" },
        { "move to nowhere", "subscription.moves[0]" },
        { "confidence of two", "subscription.min_confidence" },
        { "confidence that is no number", "subscription.min_confidence" },
        { "negative outlets", "subscription.min_outlets" },
        { "unknown severity", "subscription.min_severity" },
        { "channel of no kind", "subscription.channels[0]" },
        { "channel of another", "subscription.channels[0].id" },
        { "http", "subscription.channels[0].webhook.url" },
        { "password in the address", "subscription.channels[0].webhook.url" },
        { "address of this machine", "subscription.channels[0].webhook.url" },
        { "address of this machine as a number", "subscription.channels[0].webhook.url" },
        { "address of this machine in IPv6", "subscription.channels[0].webhook.url" },
        { "address of a cloud's secrets", "subscription.channels[0].webhook.url" },
        { "relative address", "subscription.channels[0].webhook.url" },
        { "mail to nobody", "subscription.channels[0].email.to" },
        { "mail with a line", "subscription.channels[0].email.to[0]" },
        { "queue without end", "subscription.channels[0].queue.max_length" },
        { "queue for a second", "subscription.channels[0].queue.expiry" },
        { "digest at noon o'clock", "subscription.calm.digest.at" },
        { "digest never", "subscription.calm.digest.every" },
        { "zone of nowhere", "subscription.calm.digest.time_zone" },
        { "quiet for ever", "subscription.calm.quiet.to" },
        { "wait of a day", "subscription.calm.group_wait" },
        { "unknown grouping", "subscription.calm.group_by" },
        { "silence before the year 1", "subscription.silenced_until" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_field_that_is_wrong_is_named(string what, string field)
    {
        var asked = new Proto.Subscription { Actors = { "TUR" }, Types_ = { Proto.EntryType.Talks }, Statuses = { Proto.EntryStatus.Held } };
        Spoil(asked, what);

        var error = Should.Throw<RpcException>(() => Mapping.ToNew(asked, "sub-1", Changes.Time));

        error.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        GrpcErrors.FirstField(error).ShouldBe(field);
    }

    [Theory]
    [InlineData("https://127.0.0.1/x", true)]
    [InlineData("https://9.9.9.9/x", false)]
    [InlineData("https://desk.internal/x", false)]
    public void An_address_is_refused_for_what_is_certain_of_it_and_never_where_the_operator_allows_all(string url, bool allowed)
    {
        var mapping = new SubscriptionMapping(new ChannelMapping(new DeliveryOptions { AllowPrivateAddresses = allowed }));

        var made = mapping.ToNew(new Proto.Subscription { Channels = { new Proto.Channel { Webhook = new Proto.WebhookChannel { Url = url } } } }, "sub-1", Changes.Time);

        made.Channels.ShouldHaveSingleItem().ShouldBeOfType<WebhookChannel>().Url.ShouldBe(url);
    }

    [Fact]
    public void One_whose_name_was_let_in_before_can_be_paused()
    {
        var stored = Mapping.ToNew(Full, "sub-1", Changes.Time) with { Name = "a\nb" };

        Mapping.ToChanged(stored, new Proto.Subscription { Paused = true }, Mask("paused"), Changes.Time).Paused.ShouldBeTrue();
    }

    [Fact]
    public void A_watcher_s_filter_needs_no_name_that_is_right() =>
        SubscriptionMapping.ToFilter(new Proto.Subscription { Name = new string('n', 201), Actors = { "TUR" } }, "filter").Actors.ShouldBe(["TUR"]);

    [Fact]
    public void What_is_wrong_is_told_but_not_without_end()
    {
        var asked = new Proto.Subscription();
        asked.Actors.AddRange(Enumerable.Repeat("", 500));

        var error = Should.Throw<RpcException>(() => SubscriptionMapping.ToFilter(asked, "filter"));

        error.Status.Detail.ShouldContain("filter.actors[9]");
        error.Status.Detail.ShouldNotContain("filter.actors[10]");
    }

    [Fact]
    public void A_channel_needs_what_the_operator_has()
    {
        var bare = new SubscriptionMapping(new ChannelMapping(new DeliveryOptions()));

        var error = Should.Throw<RpcException>(() => bare.ToNew(Full, "sub-1", Changes.Time));

        error.Status.Detail.ShouldContain("subscription.channels[0].queue needs RabbitMQ");
        error.Status.Detail.ShouldContain("subscription.channels[2].email needs a mail server");
    }

    [Fact]
    public void An_update_changes_what_its_mask_names_and_nothing_else()
    {
        var stored = Mapping.ToNew(Full, "sub-1", Changes.Time);
        var asked = new Proto.Subscription { Name = "Other", Actors = { "NOR" }, Paused = true };

        var changed = SubscriptionMapping.ToProto(Mapping.ToChanged(stored, asked, Mask("actors", "paused", "calm", "labels"), Changes.Time.AddMinutes(1)));

        var expected = SubscriptionMapping.ToProto(stored);
        expected.Actors.Clear();
        expected.Actors.Add("NOR");
        expected.Paused = true;
        expected.Calm = null;
        expected.Labels.Clear();
        expected.UpdatedAt = Changes.Time.AddMinutes(1).ToTimestamp();
        changed.ShouldBe(expected);
    }

    [Fact]
    public void An_update_of_channels_keeps_those_whose_ids_it_names_and_enables_them_again()
    {
        var stored = Mapping.ToNew(Full, "sub-1", Changes.Time);
        stored = stored with { Channels = [.. stored.Channels.Select(c => c with { Disabled = "410 Gone" })] };
        var asked = new Proto.Subscription
        {
            Channels =
            {
                new Proto.Channel { Webhook = new Proto.WebhookChannel { Url = "https://new.example/" } },
                new Proto.Channel { Id = "2", Webhook = new Proto.WebhookChannel { Url = "https://moved.example/" } },
            },
        };

        var changed = Mapping.ToChanged(stored, asked, Mask("channels"), Changes.Time).Channels;

        changed.OfType<WebhookChannel>().Select(c => (c.Id, c.Url, c.Disabled)).ShouldBe([("4", "https://new.example/", null), ("2", "https://moved.example/", null)]);
    }

    [Fact]
    public void An_update_of_something_else_leaves_a_disabled_channel_disabled()
    {
        var stored = Mapping.ToNew(Full, "sub-1", Changes.Time);
        stored = stored with { Channels = [.. stored.Channels.Select(c => c with { Disabled = "410 Gone" })] };

        Mapping.ToChanged(stored, new Proto.Subscription { Name = "x" }, Mask("name"), Changes.Time).Channels.ShouldBe(stored.Channels);
    }

    [Fact]
    public void A_pause_is_kept_from_its_beginning_to_its_end()
    {
        var paused = Mapping.ToChanged(Mapping.ToNew(Full, "sub-1", Changes.Time) with { Paused = false, Pauses = [] }, new() { Paused = true }, Mask("paused"), Changes.Time.AddHours(1));
        var resumed = Mapping.ToChanged(paused, new(), Mask("paused"), Changes.Time.AddHours(2));

        paused.Pauses.ShouldBe([new Pause(Changes.Time.AddHours(1), null)]);
        resumed.Pauses.ShouldBe([new Pause(Changes.Time.AddHours(1), Changes.Time.AddHours(2))]);
        Mapping.ToChanged(paused with { Pauses = [] }, new(), Mask("paused"), Changes.Time.AddHours(2)).Pauses.ShouldBe(resumed.Pauses, "Of one that was paused before pauses were kept.");
        Mapping.ToChanged(resumed, new() { Name = "x" }, Mask("name"), Changes.Time.AddHours(3)).Pauses.ShouldBe(resumed.Pauses);
    }

    [Theory]
    [InlineData("id")]
    [InlineData("created_at")]
    [InlineData("nonsense")]
    [InlineData("calm.quiet")]
    public void An_update_of_what_cannot_be_changed_is_refused(string path)
    {
        var error = Should.Throw<RpcException>(() => Mapping.ToChanged(Mapping.ToNew(Full, "sub-1", Changes.Time), new(), Mask("name", path), Changes.Time));

        (error.StatusCode, GrpcErrors.FirstField(error)).ShouldBe((StatusCode.InvalidArgument, "update_mask.paths[1]"));
    }

    [Fact]
    public void A_silence_that_is_over_is_none() => Mapping.ToNew(Full, "sub-1", Changes.Time.AddHours(2)).SilencedUntil.ShouldBeNull();

    private static FieldMask Mask(params string[] paths)
    {
        var mask = new FieldMask();
        mask.Paths.AddRange(paths);
        return mask;
    }

    private static void Spoil(Proto.Subscription asked, string what)
    {
        void Channel(Proto.Channel channel) => asked.Channels.Add(channel);
        void Hook(string url) => Channel(new Proto.Channel { Webhook = new Proto.WebhookChannel { Url = url } });
        void Digest(Action<Proto.DigestSchedule> spoil)
        {
            asked.Calm = new Proto.Calm { Digest = new Proto.DigestSchedule { Every = Proto.DigestInterval.Daily } };
            spoil(asked.Calm.Digest);
        }

        switch (what)
        {
            case "name too long": asked.Name = new string('n', 201); break;
            case "name with NUL": asked.Name = "a\0"; break;
            case "name of two lines": asked.Name = "a\nb"; break;
            case "name of blanks": asked.Name = "   "; break;
            case "owner too long": asked.Owner = new string('n', 201); break;
            case "too many labels": asked.Labels.Add(Enumerable.Range(0, 51).ToDictionary(i => $"k{i}", i => "v")); break;
            case "label without a key": asked.Labels[""] = "v"; break;
            case "too many actors": asked.Actors.AddRange(Enumerable.Range(0, 1_000).Select(i => $"a{i}")); break;
            case "empty actor": asked.Actors.Add(""); break;
            case "actor with a space": asked.Actors.Add("T R"); break;
            case "actor too long": asked.Actors.Add(new string('a', 101)); break;
            case "pair of one": asked.Pairs.Add(new Proto.ActorPair { One = "TUR", Other = "TUR" }); break;
            case "pair without the other": asked.Pairs.Add(new Proto.ActorPair { One = "TUR" }); break;
            case "place of signs": asked.Places.Add("--- !"); break;
            case "word of one letter": asked.Words.Add("a"); break;
            case "type unspecified": asked.Types_.Add(Proto.EntryType.Unspecified); break;
            case "unknown status": asked.Statuses.Add((Proto.EntryStatus)77); break;
            case "move to nowhere": asked.Moves.Add(new Proto.StatusMove()); break;
            case "confidence of two": asked.MinConfidence = 2; break;
            case "confidence that is no number": asked.MinConfidence = double.NaN; break;
            case "negative outlets": asked.MinOutlets = -1; break;
            case "unknown severity": asked.MinSeverity = (Proto.Severity)9; break;
            case "channel of no kind": Channel(new Proto.Channel()); break;
            case "channel of another": Channel(new Proto.Channel { Id = "7", Webhook = new Proto.WebhookChannel { Url = "https://a.example/" } }); break;
            case "http": Hook("http://a.example/"); break;
            case "password in the address": Hook("https://me:secret@a.example/"); break;
            case "address of this machine": Hook("https://127.0.0.1/x"); break;
            case "address of this machine as a number": Hook("https://2130706433/x"); break;
            case "address of this machine in IPv6": Hook("https://[::1]:8443/x"); break;
            case "address of a cloud's secrets": Hook("https://169.254.169.254/latest"); break;
            case "relative address": Hook("/alerts"); break;
            case "mail to nobody": Channel(new Proto.Channel { Email = new Proto.EmailChannel() }); break;
            case "mail with a line": Channel(new Proto.Channel { Email = new Proto.EmailChannel { To = { "a@b.example\r\nBcc: c@d.example" } } }); break;
            case "queue without end": Channel(new Proto.Channel { Queue = new Proto.QueueChannel { MaxLength = -5 } }); break;
            case "queue for a second": Channel(new Proto.Channel { Queue = new Proto.QueueChannel { Expiry = new Duration { Seconds = 1 } } }); break;
            case "digest at noon o'clock": Digest(d => d.At = "noon"); break;
            case "digest never": Digest(d => d.Every = Proto.DigestInterval.Unspecified); break;
            case "zone of nowhere": Digest(d => d.TimeZone = "Atlantis/Capital"); break;
            case "quiet for ever": asked.Calm = new Proto.Calm { Quiet = new Proto.QuietHours { From = "10:00", To = "10:00" } }; break;
            case "wait of a day": asked.Calm = new Proto.Calm { GroupBy = Proto.Grouping.Entry, GroupWait = new Duration { Seconds = 86_400 } }; break;
            case "unknown grouping": asked.Calm = new Proto.Calm { GroupBy = (Proto.Grouping)9 }; break;
            case "silence before the year 1": asked.SilencedUntil = new Timestamp { Seconds = long.MinValue }; break;
            default: throw new ArgumentException(what, nameof(what));
        }
    }
}
