using Parley.Platform.Messaging;

namespace Parley.Platform.Tests.Messaging;

/// <summary>Which rows of the outbox are delivered in one bundle.</summary>
public sealed class Messages_that_go_together
{
    private static readonly IOutboxSink Bus = new Sink(bundles: true, _ => null);
    private static readonly IOutboxSink Exchange = new Sink(bundles: false, m => m.Body.Length % 2 == 0 ? $"{m.Body.Length}" : null);

    [Fact]
    public void Are_those_of_one_type() =>
        Parcels(Bus, [Row(1, "a"), Row(2, "b"), Row(3, "a")]).ShouldBe(["1 3", "2"]);

    [Fact]
    public void Are_no_more_than_fifty()
    {
        var rows = Enumerable.Range(1, 101).Select(i => Row(i, "a")).ToList();

        OutboxParcels.Of(rows, _ => Bus).Select(line => line.Single().Count).ShouldBe([50, 50, 1]);
    }

    [Fact]
    public void Are_no_longer_than_a_quarter_of_a_megabyte() =>
        Parcels(Bus, [Row(1, "a", 100_000), Row(2, "a", 150_000), Row(3, "a", 20_000), Row(4, "a", 900_000), Row(5, "a", 1)]).ShouldBe(["1 2", "3", "4", "5"]);

    [Fact]
    public void Are_none_where_they_are_taken_one_by_one_and_those_that_must_not_overtake_one_another_make_a_line() =>
        Parcels(Exchange, [Row(1, "a", 2), Row(2, "a", 3), Row(3, "a", 2), Row(4, "a", 3)]).ShouldBe(["1, 3", "2", "4"]);

    [Fact]
    public void Are_none_where_nobody_delivers_them() =>
        OutboxParcels.Of([Row(1, "a"), Row(2, "a")], _ => null).Select(line => line.Single().Single().Position).ShouldBe([1, 2]);

    /// <summary>A text a line: its parcels between commas, the positions of a parcel between blanks.</summary>
    private static IEnumerable<string> Parcels(IOutboxSink sink, IReadOnlyList<OutboxRow> rows) =>
        OutboxParcels.Of(rows, _ => sink).Select(line => string.Join(", ", line.Select(parcel => string.Join(' ', parcel.Select(row => row.Position)))));

    private static OutboxRow Row(long position, string type, int bytes = 1) => new(position, new OutboxMessage(Guid.CreateVersion7(), type, new byte[bytes], null), 0);

    private sealed class Sink(bool bundles, Func<OutboxMessage, string?> orderOf) : IOutboxSink
    {
        public bool Bundles => bundles;

        public bool Accepts(string type) => true;

        public string? OrderOf(OutboxMessage message) => orderOf(message);

        public Task PublishAsync(IReadOnlyList<OutboxMessage> messages, CancellationToken cancellation) => throw new NotSupportedException("Nothing is delivered here.");
    }
}
