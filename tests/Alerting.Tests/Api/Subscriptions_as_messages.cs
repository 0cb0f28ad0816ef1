using Grpc.Core;
using Parley.Alerting.Api;
using Parley.Alerting.Matching;
using Parley.Alerting.Storage;
using Parley.Platform.Grpc;
using Parley.Protocol.Type.V1;
using Domain = Parley.Contracts;

namespace Parley.Alerting.Tests.Api;

public sealed class Subscriptions_as_messages
{
    [Fact]
    public void A_stored_one_is_told_whole_and_in_order()
    {
        var filter = new SubscriptionFilter(
            new HashSet<string> { "TUR", "CYP" },
            new HashSet<Domain.EntryType> { Domain.EntryType.Ceasefire, Domain.EntryType.Talks },
            new HashSet<Domain.EntryStatus> { Domain.EntryStatus.Collapsed, Domain.EntryStatus.Planned });

        var proto = new StoredSubscription("sub-1", "Desk", filter, Changes.Time).ToProto();

        proto.Id.ShouldBe("sub-1");
        proto.Name.ShouldBe("Desk");
        proto.Actors.ShouldBe(["CYP", "TUR"]);
        proto.Types_.ShouldBe([EntryType.Talks, EntryType.Ceasefire]);
        proto.Statuses.ShouldBe([EntryStatus.Planned, EntryStatus.Collapsed]);
        proto.CreatedAt.ToDateTimeOffset().ShouldBe(Changes.Time);
    }

    [Fact]
    public void What_a_caller_asks_for_is_the_filter()
    {
        var asked = new Subscription { Name = "Desk", Actors = { "TUR", "TUR" }, Types_ = { EntryType.Ceasefire }, Statuses = { EntryStatus.InForce } };

        var filter = asked.ToFilter("subscription");

        filter.Actors.ShouldBe(["TUR"]);
        filter.Types.ShouldBe([Domain.EntryType.Ceasefire]);
        filter.Statuses.ShouldBe([Domain.EntryStatus.InForce]);
    }

    [Fact]
    public void Empty_lists_allow_everything() => new Subscription().ToFilter("filter").Matches(Changes.PutOff).ShouldBeTrue();

    public static TheoryData<string, string> Wrong { get; } = new()
    {
        { "name too long", "subscription.name" },
        { "name with NUL", "subscription.name" },
        { "too many actors", "subscription.actors" },
        { "empty actor", "subscription.actors[1]" },
        { "actor with a space", "subscription.actors[1]" },
        { "actor too long", "subscription.actors[1]" },
        { "type unspecified", "subscription.types[1]" },
        { "unknown status", "subscription.statuses[1]" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_field_that_is_wrong_is_named(string what, string field)
    {
        var asked = new Subscription { Actors = { "TUR" }, Types_ = { EntryType.Talks }, Statuses = { EntryStatus.Held } };
        Spoil(asked, what);

        var error = Should.Throw<RpcException>(() => (asked.CheckedName(), asked.ToFilter("subscription")));

        error.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        GrpcErrors.FirstField(error).ShouldBe(field);
    }

    [Fact]
    public void A_watcher_s_filter_needs_no_name_that_is_right() =>
        new Subscription { Name = new string('n', 201), Actors = { "TUR" } }.ToFilter("filter").Actors.ShouldBe(["TUR"]);

    [Fact]
    public void All_that_is_wrong_is_told_but_not_without_end()
    {
        var asked = new Subscription();
        asked.Actors.AddRange(Enumerable.Repeat("", 500));
        asked.Types_.Add((EntryType)7);

        var error = Should.Throw<RpcException>(() => asked.ToFilter("filter"));

        error.Status.Detail.ShouldContain("filter.actors[9]");
        error.Status.Detail.ShouldNotContain("filter.actors[10]");
        error.Status.Detail.ShouldContain("filter.types[0]");
    }

    private static void Spoil(Subscription asked, string what)
    {
        switch (what)
        {
            case "name too long": asked.Name = new string('n', 201); break;
            case "name with NUL": asked.Name = "a\0"; break;
            case "too many actors": asked.Actors.AddRange(Enumerable.Range(0, 1_000).Select(i => $"a{i}")); break;
            case "empty actor": asked.Actors.Add(""); break;
            case "actor with a space": asked.Actors.Add("T R"); break;
            case "actor too long": asked.Actors.Add(new string('a', 101)); break;
            case "type unspecified": asked.Types_.Add(EntryType.Unspecified); break;
            case "unknown status": asked.Statuses.Add((EntryStatus)77); break;
            default: throw new ArgumentException(what, nameof(what));
        }
    }
}
