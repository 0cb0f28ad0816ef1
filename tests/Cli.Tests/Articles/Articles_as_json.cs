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
    public void A_correction_says_since_when() =>
        ArticleJson.Read("""{"id":"1","text":"T","updated_at":"2031-03-02T09:00:00+03:00","withdrawn":false}""", null)
            .ShouldBe(new ArticleSubmission { Id = "1", Text = "T", UpdatedAt = "2031-03-02T09:00:00+03:00" });

    [Theory]
    [InlineData("""{"id":"1","withdrawn":true,"updated_at":"2031-03-02","reason":"Wrong minister."}""")]
    [InlineData("""{"id":"1","withdrawn":true,"updated_at":"2031-03-02","reason":"Wrong minister.","text":"T","title":"H","published_at":"2031-03-01","outlet":"O"}""")]
    public void A_withdrawal_has_no_text(string json) =>
        ArticleJson.Read(json, null).ShouldBe(new ArticleSubmission { Id = "1", UpdatedAt = "2031-03-02", Withdrawn = true, WithdrawalReason = "Wrong minister." });

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
    [InlineData("{\"id\":\"1\",\"withdrawn\":false}", "the member \"text\" is missing")]
    [InlineData("{\"text\":\"T\",\"withdrawn\":\"yes\"}", "the member \"withdrawn\" must be true or false, this is String")]
    [InlineData("{\"text\":\"T\",\"updated_at\":7}", "the member \"updated_at\" must be text, this is Number")]
    [InlineData("{\"text\":\"T\",\"url\":{}}", "the member \"url\" must be text, this is Object")]
    public void What_is_wrong_is_said(string json, string message) =>
        Should.Throw<JsonException>(() => ArticleJson.Read(json, null)).Message.ShouldBe(message);

    [Fact]
    public void Half_a_character_is_no_text() =>
        Should.Throw<JsonException>(() => ArticleJson.Read("""{"id":"1","text":"a \ud83d b"}""", null)).Message.ShouldStartWith("the member \"text\" is not valid text");
}
