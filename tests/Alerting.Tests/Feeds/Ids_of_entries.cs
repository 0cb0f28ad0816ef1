using Parley.Alerting.Feeds;

namespace Parley.Alerting.Tests.Feeds;

public sealed class Ids_of_entries
{
    [Fact]
    public void Are_UUIDs_of_version_8_from_the_hash_of_the_name() =>
        // The SHA-256 of "abc" begins with ba7816bf 8f01 cfea 4141 40de5dae2223.
        FeedEntry.IdOf("abc").ShouldBe("urn:uuid:ba7816bf-8f01-8fea-8141-40de5dae2223");

    [Fact]
    public void Are_others_for_other_alerts() => new[] { "e/1/s", "e/2/s", "e/1/t" }.Select(FeedEntry.IdOf).ShouldBeUnique();
}
