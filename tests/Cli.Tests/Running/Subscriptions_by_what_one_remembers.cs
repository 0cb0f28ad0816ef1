using Parley.Cli.Running;
using Parley.Protocol.Type.V1;

namespace Parley.Cli.Tests.Running;

public sealed class Subscriptions_by_what_one_remembers
{
    private static readonly Subscription[] All =
    [
        new() { Id = "sub-01aa11", Name = "desk" },
        new() { Id = "sub-01aa22", Name = "night" },
        new() { Id = "sub-01bb33", Name = "night" },
    ];

    [Theory]
    [InlineData("desk", "sub-01aa11")]
    [InlineData("sub-01b", "sub-01bb33")]
    [InlineData("a22", "sub-01aa22")]
    public void Its_name_or_the_beginning_or_the_end_of_its_id_finds_it(string typed, string id) =>
        SubscriptionLookup.Choose(All, typed)!.Id.ShouldBe(id);

    [Theory]
    [InlineData("dusk")]
    [InlineData("01aa")]
    public void What_fits_none_finds_none(string typed) => SubscriptionLookup.Choose(All, typed).ShouldBeNull();

    [Theory]
    [InlineData("night")]
    [InlineData("sub-01aa")]
    public void What_fits_several_names_them(string typed) =>
        Should.Throw<UsageException>(() => SubscriptionLookup.Choose(All, typed)).Message.ShouldContain("sub-01aa22");
}
