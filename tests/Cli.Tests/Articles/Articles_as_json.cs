using System.Text.Json;
using Parley.Cli.Articles;
using Parley.Protocol.Ingestion.V1;

namespace Parley.Cli.Tests.Articles;

public sealed class Articles_as_json
{
    [Fact]
    public void Every_member_is_read_and_others_are_passed_over() =>
        ArticleJson.Read("""{"id":"1","text":"T","title":"H","published_at":"2031-03-02","outlet":"O","url":"U","lang":"en","tags":[1]}""", null)
            .ShouldBe(new ArticleSubmission { Id = "1", Text = "T", Title = "H", PublishedAt = "2031-03-02", Outlet = "O", Url = "U" });

    [Fact]
    public void Null_is_as_good_as_absent() =>
        ArticleJson.Read("""{"id":null,"text":"T","title":null}""", "file.json").ShouldBe(new ArticleSubmission { Id = "file.json", Text = "T" });

    [Fact]
    public void An_id_may_be_a_number_and_keeps_its_digits() =>
        ArticleJson.Read("""{"id":12345678901234567890,"text":"T"}""", null).Id.ShouldBe("12345678901234567890");

    [Theory]
    [InlineData("[]", "an object is wanted, this is Array")]
    [InlineData("{\"id\":\"1\"}", "the member \"text\" is missing")]
    [InlineData("{\"text\":5}", "the member \"text\" must be text, this is Number")]
    [InlineData("{\"text\":\"T\",\"id\":true}", "the member \"id\" must be text, this is True")]
    [InlineData("{\"text\":\"T\",\"url\":{}}", "the member \"url\" must be text, this is Object")]
    public void What_is_wrong_is_said(string json, string message) =>
        Should.Throw<JsonException>(() => ArticleJson.Read(json, null)).Message.ShouldBe(message);

    [Fact]
    public void Half_a_character_is_no_text() =>
        Should.Throw<JsonException>(() => ArticleJson.Read("""{"id":"1","text":"a \ud83d b"}""", null)).Message.ShouldStartWith("the member \"text\" is not valid text");
}
