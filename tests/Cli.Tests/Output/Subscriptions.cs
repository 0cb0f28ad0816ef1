using Google.Protobuf.WellKnownTypes;
using Parley.Cli.Output;
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

    [Fact]
    public void A_line_has_the_words_of_the_wire() => SubscriptionView.Line(Desk).ShouldBe(
        """{"id":"sub-1","name":"desk [south]","actors":["CHL","PER"],"types":["ceasefire"],"statuses":["in_force","called_for"],"created_at":"2031-03-02T21:05:00+00:00"}""");

    [Fact]
    public void A_row_says_what_is_asked_for_and_that_the_rest_is_open() => Rendered.Rows(SubscriptionView.Table(
        [Desk, new Subscription { Id = "sub-2", Name = "all", CreatedAt = Desk.CreatedAt }])).ShouldBe(
        [
            ["desk [south]", "CHL, PER", "ceasefire", "in_force, called_for", "2031-03-02 21:05Z", "sub-1"],
            ["all", "all", "both", "any", "2031-03-02 21:05Z", "sub-2"],
        ]);
}
