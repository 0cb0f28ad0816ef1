using Parley.Ingestion.Cleaning;
using Parley.Protocol.Ingestion.V1;
using static Parley.Ingestion.Tests.Cleaning.Submitted;

namespace Parley.Ingestion.Tests.Cleaning;

public sealed class Submissions_that_are_refused
{
    private static readonly Dictionary<string, (int Most, Action<ArticleSubmission, string> Set)> Fields = new()
    {
        ["id"] = (512, (s, v) => s.Id = v),
        ["title"] = (2_000, (s, v) => s.Title = v),
        ["text"] = (2_000_000, (s, v) => s.Text = v),
        ["outlet"] = (200, (s, v) => s.Outlet = v),
        ["url"] = (2_000, (s, v) => s.Url = v),
        ["withdrawal_reason"] = (2_000, (s, v) => (s.Id, s.Text, s.Withdrawn, s.WithdrawalReason) = ("wire/7", "", true, v)),
    };

    public static TheoryData<string> Names { get; } = [.. Fields.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_field_may_have_as_many_characters_as_the_proto_says(string name)
    {
        var (most, set) = Fields[name];
        var start = name == "url" ? "https://x.example/" : "";

        Taken(s => set(s, start + new string('a', most - start.Length)));
        var error = Refused(s => set(s, start + new string('a', most + 1 - start.Length))).ShouldHaveSingleItem();

        error.Field.ShouldBe($"article.{name}");
        error.Description.ShouldMatch("^has [0-9,]+ characters, [0-9,]+ are allowed$");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_NUL_is_no_text(string name)
    {
        var errors = Refused(s => Fields[name].Set(s, "https://x.example/\0"));

        errors.ShouldContain(e => e.Field == $"article.{name}" && e.Description == "has a NUL character at 18");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Half_a_character_is_no_text(string name)
    {
        var errors = Refused(s => Fields[name].Set(s, "https://x.example/\ud83d"));

        errors.ShouldContain(e => e.Field == $"article.{name}" && e.Description == "is not valid text: half of a character at 18");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t\r\n\u00a0")]
    public void An_article_needs_a_text(string text) =>
        Refused(s => s.Text = text).ShouldHaveSingleItem().ShouldBe(new("article.text", "is empty"));

    [Theory]
    [InlineData("gazette.example/7")]
    [InlineData("/7")]
    [InlineData("ftp://gazette.example/7")]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    public void An_address_is_one_of_the_web(string url) =>
        Refused(s => s.Url = url).ShouldHaveSingleItem().ShouldBe(new("article.url", "is not an http or https address"));

    [Fact]
    public void An_intake_that_no_one_knows_is_refused() =>
        Refused(s => s.Intake = (Parley.Protocol.Type.V1.Intake)9).ShouldHaveSingleItem().Field.ShouldBe("article.intake");

    [Theory]
    [InlineData("last Tuesday")]
    [InlineData("2031-02-30")]
    [InlineData("02/03/2031")]
    [InlineData(" ")]
    public void A_publication_time_is_RFC_3339_or_a_day(string time) =>
        Refused(s => s.PublishedAt = time).ShouldHaveSingleItem().Field.ShouldBe("article.published_at");

    [Theory]
    [InlineData("2031-03-04T18:00:01Z")]
    [InlineData("2031-03-05")]
    [InlineData("2399-01-01")]
    public void A_publication_that_is_to_come_is_a_mistake(string time) =>
        Refused(s => s.PublishedAt = time).ShouldHaveSingleItem().ShouldBe(new("article.published_at", "is in the future"));

    [Theory]
    [InlineData(" ")]
    [InlineData("\t\u00a0")]
    public void An_id_is_not_blank(string id) => Refused(s => s.Id = id).ShouldHaveSingleItem().ShouldBe(new("article.id", "is blank"));

    [Theory]
    [InlineData("title")]
    [InlineData("outlet")]
    [InlineData("url")]
    [InlineData("withdrawal_reason")]
    public void A_line_has_no_control_characters(string name) =>
        Refused(s => Fields[name].Set(s, "https://x.example/\u001b[2J")).ShouldHaveSingleItem().ShouldBe(new($"article.{name}", "has a control character at 18"));

    [Theory]
    [InlineData("last Tuesday")]
    [InlineData("1599-12-31")]
    public void An_update_is_RFC_3339_or_a_day(string time) =>
        Refused(s => s.UpdatedAt = time).ShouldHaveSingleItem().Field.ShouldBe("article.updated_at");

    [Fact]
    public void An_update_that_is_to_come_is_a_mistake() =>
        Refused(s => s.UpdatedAt = "2031-03-04T18:00:01Z").ShouldHaveSingleItem().ShouldBe(new("article.updated_at", "is in the future"));

    [Theory]
    [InlineData("2031-03-01T11:59:59Z")]
    [InlineData("2031-02-28")]
    public void Nothing_is_updated_before_it_is_published(string time) =>
        Refused(s => (s.PublishedAt, s.UpdatedAt) = ("2031-03-01T12:00:00Z", time)).ShouldHaveSingleItem()
            .ShouldBe(new("article.updated_at", "is before published_at"));

    [Fact]
    public void A_withdrawal_says_which_article_it_takes_back() =>
        Refused(s => (s.Text, s.Withdrawn) = ("", true)).ShouldHaveSingleItem().Field.ShouldBe("article.id");

    [Fact]
    public void A_withdrawal_has_neither_title_nor_text() =>
        Refused(s => (s.Id, s.Title, s.Withdrawn) = ("wire/7", "Handshake", true)).Select(e => e.Field).ShouldBe(["article.text", "article.title"]);

    [Fact]
    public void Only_a_withdrawal_has_a_reason() =>
        Refused(s => s.WithdrawalReason = "Wrong minister.").ShouldHaveSingleItem().Field.ShouldBe("article.withdrawal_reason");

    [Fact]
    public void Every_field_that_is_wrong_is_named() =>
        Refused(s => (s.Text, s.Url, s.PublishedAt, s.Outlet) = ("", "x", "y", new string('o', Submission.MaxOutlet + 1)))
            .Select(e => e.Field).ShouldBe(["article.text", "article.url", "article.published_at", "article.outlet"], ignoreOrder: true);
}
