using System.Text.Json;

namespace Parley.Contracts.Tests.Model;

public sealed class Json_of_parley
{
    [Fact]
    public void A_document_is_one_line_and_keeps_its_letters() =>
        JsonSerializer.Serialize(Samples.FullArticle, ParleyJson.Line).ShouldSatisfyAllConditions(
            json => json.ShouldNotContain("\n"),
            json => json.ShouldContain("Çağla Öztürk"),
            json => json.ShouldContain("“We’ll"),
            json => json.ShouldContain("<holds> & waits: 1 + 1"));

    [Fact]
    public void Empty_lists_and_nulls_are_written() =>
        JsonSerializer.Serialize(Samples.Truce, ParleyJson.Line).ShouldSatisfyAllConditions(
            json => json.ShouldContain("\"participants\":[]"),
            json => json.ShouldContain("\"topics\":[]"),
            json => json.ShouldContain("\"place\":null"),
            json => json.ShouldContain("\"start\":null"));

    [Fact]
    public void An_entry_comes_back_as_it_was()
    {
        var json = JsonSerializer.Serialize(Samples.Visit, ParleyJson.Line);

        JsonSerializer.Serialize(JsonSerializer.Deserialize<Entry>(json, ParleyJson.Line), ParleyJson.Line).ShouldBe(json);
    }
}
