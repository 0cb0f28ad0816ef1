using System.Text;
using System.Text.Json;
using Parley.Contracts.Messages;

namespace Parley.Contracts.Tests.Messages;

public sealed class Messages_in_a_bundle
{
    private static readonly Bundled<TalksChanged> Full = new()
    {
        Id = new Guid("01890000-0000-7000-8000-000000000001"),
        TraceParent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        Message = new TalksChanged { Change = Samples.FullChange },
    };

    private static readonly Bundled<TalksChanged> Bare = new()
    {
        Id = new Guid("01890000-0000-7000-8000-000000000002"),
        Message = new TalksChanged { Change = Samples.SparseChange },
    };

    [Fact]
    public void Are_pinned_as_they_are_on_the_wire()
    {
        Golden.ShouldBe(Wire.Write(new Bundle<TalksChanged> { Messages = [Full, Bare] }), "talks_changed_bundle.wire.json");

        var read = Wire.Read<Bundle<TalksChanged>>(Golden.Read("talks_changed_bundle.wire.json")).Messages;
        read.Select(m => (m.Id, m.TraceParent)).ShouldBe([(Full.Id, Full.TraceParent), (Bare.Id, null)]);
        read.Select(m => Line(m.Message)).ShouldBe([Line(Full.Message), Line(Bare.Message)]);
    }

    [Fact]
    public void Read_the_same_where_they_were_written_before()
    {
        var written = Full with { Json = Encoding.UTF8.GetBytes(Line(Full.Message)) };

        var read = Wire.Read<Bundle<TalksChanged>>(Wire.Write(new Bundle<TalksChanged> { Messages = [written] })).Messages.Single();

        (read.Id, read.TraceParent, Line(read.Message)).ShouldBe((Full.Id, Full.TraceParent, Line(Full.Message)));
    }

    [Fact]
    public void Read_whatever_else_a_later_version_says_of_them()
    {
        var json = Wire.Write(new Bundle<TalksChanged> { Messages = [Bare] }).Replace("\"id\"", "\"priority\": { \"id\": [1] }, \"id\"", StringComparison.Ordinal);

        json.ShouldContain("priority");
        Wire.Read<Bundle<TalksChanged>>(json).Messages.Single().Id.ShouldBe(Bare.Id);
    }

    [Theory]
    [InlineData("""{"messages":[{"message":null,"id":"01890000-0000-7000-8000-000000000001"}]}""", "Message 01890000-0000-7000-8000-000000000001 of a bundle is empty.")]
    [InlineData("""{"messages":[{"trace_parent":null}]}""", "A message of a bundle has no id.")]
    [InlineData("""{"messages":[{"id":"01890000-0000-7000-8000-000000000001","message":{}}]}""", "change")]
    public void Are_refused_where_they_say_too_little(string json, string reason) =>
        Should.Throw<JsonException>(() => Wire.Read<Bundle<TalksChanged>>(json)).Message.ShouldContain(reason);

    private static string Line(TalksChanged message) => JsonSerializer.Serialize(message, ParleyJson.Line);
}
