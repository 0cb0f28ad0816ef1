using System.Text.Json;
using Parley.Contracts.Messages;

namespace Parley.Contracts.Tests.Messages;

public sealed class The_json_of_messages_is_pinned
{
    private static readonly Dictionary<string, object> Messages = new()
    {
        ["article_ingested"] = new ArticleIngested { Article = Samples.FullArticle },
        ["article_ingested_sparse"] = new ArticleIngested { Article = Samples.SparseArticle },
        ["article_corrected"] = new ArticleIngested { Article = Samples.CorrectedArticle },
        ["article_withdrawn"] = new ArticleIngested { Article = Samples.WithdrawnArticle },
        ["talks_changed"] = new TalksChanged { Change = Samples.FullChange },
        ["ceasefire_changed"] = new CeasefireChanged { Change = Samples.SparseChange },
    };

    public static TheoryData<string> Names { get; } = [.. Messages.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void In_the_outbox(string name) =>
        Golden.ShouldBe(Line(Messages[name]), $"{name}.outbox.json");

    [Theory]
    [MemberData(nameof(Names))]
    public void On_the_wire(string name) => Golden.ShouldBe(WriteToWire(Messages[name]), $"{name}.wire.json");

    [Theory]
    [MemberData(nameof(Names))]
    public void The_pinned_outbox_reads_as_the_message(string name)
    {
        var read = JsonSerializer.Deserialize(Golden.Read($"{name}.outbox.json"), Messages[name].GetType(), ParleyJson.Line)!;

        Line(read).ShouldBe(Line(Messages[name]));
    }

    [Fact]
    public void The_pinned_wire_reads_as_the_message()
    {
        Wire.Read<ArticleIngested>(Golden.Read("article_ingested.wire.json")).Article.ShouldBe(Samples.FullArticle);
        Wire.Read<ArticleIngested>(Golden.Read("article_ingested_sparse.wire.json")).Article.ShouldBe(Samples.SparseArticle);
        Wire.Read<ArticleIngested>(Golden.Read("article_corrected.wire.json")).Article.ShouldBe(Samples.CorrectedArticle);
        Wire.Read<ArticleIngested>(Golden.Read("article_withdrawn.wire.json")).Article.ShouldBe(Samples.WithdrawnArticle);
        Line(Wire.Read<TalksChanged>(Golden.Read("talks_changed.wire.json")).Change).ShouldBe(Line(Samples.FullChange));
        Line(Wire.Read<CeasefireChanged>(Golden.Read("ceasefire_changed.wire.json")).Change).ShouldBe(Line(Samples.SparseChange));
    }

    [Fact]
    public void A_message_from_before_articles_had_versions_reads_as_a_first_one()
    {
        Wire.Read<ArticleIngested>(Golden.Read("article_ingested_before_versions.wire.json")).Article.ShouldBe(Samples.FullArticle);
        JsonSerializer.Deserialize<ArticleIngested>(Golden.Read("article_ingested_before_versions.outbox.json"), ParleyJson.Line)!
            .Article.ShouldBe(Samples.FullArticle);
    }

    [Fact]
    public void A_change_from_before_changes_gave_reasons_reads_as_that_of_an_article()
    {
        var change = JsonSerializer.Deserialize<TalksChanged>(Golden.Read("talks_changed_before_reasons.outbox.json"), ParleyJson.Line)!.Change;

        change.Reason.ShouldBe(ChangeReason.Article);
        change.Cause!.Version.ShouldBeNull();
        Wire.Read<CeasefireChanged>(Golden.Read("ceasefire_changed_before_reasons.wire.json")).Change.EntryId.ShouldBe("e-2");
    }

    [Fact]
    public void A_change_from_before_changes_told_their_freshness_reads_without_it()
    {
        var change = JsonSerializer.Deserialize<TalksChanged>(Golden.Read("talks_changed_before_freshness.outbox.json"), ParleyJson.Line)!.Change;

        (change.News, change.Fresh).ShouldBe((true, null));
    }

    [Fact]
    public void A_member_that_this_version_does_not_know_is_passed_over()
    {
        var newer = Golden.Read("article_ingested.wire.json").Replace("\"article\": {", "\"article\": { \"language\": \"en\",", StringComparison.Ordinal);

        newer.ShouldContain("language");
        Wire.Read<ArticleIngested>(newer).Article.ShouldBe(Samples.FullArticle);
    }

    [Fact]
    public void A_message_without_a_member_that_must_be_there_is_refused() =>
        Should.Throw<JsonException>(() => Wire.Read<ArticleIngested>("{\"article\":{\"id\":\"1\"}}")).Message.ShouldContain("text");

    private static string Line(object record) => JsonSerializer.Serialize(record, record.GetType(), ParleyJson.Line);

    private static string WriteToWire(object message) => message switch
    {
        ArticleIngested article => Wire.Write(article),
        TalksChanged talks => Wire.Write(talks),
        CeasefireChanged ceasefire => Wire.Write(ceasefire),
        _ => throw new ArgumentException($"{message.GetType()} is no message of the bus.", nameof(message)),
    };
}
