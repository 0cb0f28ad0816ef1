using System.Text.Json;
using Parley.Cli.Output;
using Parley.Contracts;

namespace Parley.Cli.Tests.Output;

public sealed class Dossiers_for_people
{
    private static readonly DossierStatement Next = new()
    {
        Text = "talks between Chad and Sudan planned for 16 March in Doha",
        EntryId = "talks-1",
        Kind = EntryKind.Negotiation,
        Status = EntryStatus.Planned,
        Since = new DateOnly(2031, 3, 10),
        SincePrecision = DatePrecision.Day,
        SinceReported = true,
        LastReported = new DateTimeOffset(2031, 3, 10, 9, 0, 0, TimeSpan.Zero),
        Step = new HistoryStep
        {
            Status = EntryStatus.Planned,
            PublishedAt = new DateTimeOffset(2031, 3, 10, 9, 0, 0, TimeSpan.Zero),
            Article = "a-1",
            Outlet = "Harbour Gazette",
            Evidence = new Evidence(0, 30, "They will [surely]\nmeet in Doha."),
        },
    };

    private static readonly Dossier Sudan = new()
    {
        Id = "conflict:SDN",
        Type = DossierType.Conflict,
        Title = "Sudan",
        Summary = "Talks between Chad and Sudan planned for 16 March in Doha.",
        AsOf = new DateTimeOffset(2031, 3, 11, 0, 0, 0, TimeSpan.Zero),
        Parties = [new DossierActor { Id = "SDN", Name = "Sudan", Role = ParticipantRole.Party, Entries = 2, Persons = ["A. Minister"] }],
        Others = [new DossierActor { Id = "QAT", Name = "Qatar", Role = ParticipantRole.Mediator, Entries = 1 }],
        NextTalks = Next,
        Planned = [Next],
        EntryCount = 2,
        ArticleCount = 3,
        OutletCount = 1,
        FirstActivity = new DateTimeOffset(2031, 3, 9, 0, 0, 0, TimeSpan.Zero),
        LastActivity = new DateTimeOffset(2031, 3, 10, 9, 0, 0, TimeSpan.Zero),
    };

    [Fact]
    public void A_page_begins_with_the_one_line_and_proves_each_statement()
    {
        var page = Rendered.By(console => DossierPage.Show(console, Sudan)).Split('\n');

        page[0].ShouldBe("Sudan  conflict:SDN, as of 11 Mar 2031");
        page[1].ShouldBe("Talks between Chad and Sudan planned for 16 March in Doha.");
        page.ShouldContain("── Ahead ────────");
        page.ShouldContain("● Talks between Chad and Sudan planned for 16 March in Doha");
        page.ShouldContain("  “They will [surely] meet in Doha.”");
        page.ShouldContain("  Harbour Gazette, 10 Mar 2031, talks-1");
        page.ShouldContain("  Sudan (A. Minister)  2 entries");
        page.ShouldContain("  Qatar  mediator, 1 entry");
        page.ShouldContain("2 entries from 3 articles of 1 outlet, 9 Mar 2031 to 10 Mar 2031");
        page.ShouldNotContain(l => l.Contains("Last talks"));
    }

    [Fact]
    public void A_list_has_the_one_line_of_each() =>
        Rendered.Rows(DossierPage.Table([Sudan]))[0].ShouldBe(["Sudan", Sudan.Summary, "2", "10 Mar 2031"]);

    [Fact]
    public void A_line_has_the_members_that_scripts_rely_on()
    {
        var line = DossierLines.Of(Sudan);

        line.ShouldNotContain("\n");
        var members = JsonSerializer.Deserialize<JsonElement>(line).EnumerateObject().ToDictionary(p => p.Name, p => p.Value);
        foreach (var name in new[]
        {
            "id", "type", "title", "summary", "as_of", "parties", "others", "ceasefire", "further_ceasefires", "ceasefire_efforts", "former_ceasefires", "running", "next_talks",
            "planned", "overdue", "disrupted", "last_talks", "last_outside_talks", "entry_count", "article_count", "outlet_count", "first_activity", "last_activity",
        })
            members.ShouldContainKey(name);
        members["type"].GetString().ShouldBe("conflict");
        members["next_talks"].GetProperty("step").GetProperty("evidence").GetProperty("text").GetString().ShouldBe("They will [surely]\nmeet in Doha.");
    }
}
