using System.Globalization;
using System.Text.Json;
using Parley.Contracts;
using Parley.Extraction.Ledger;
using Parley.Extraction.Ledger.Dossiers;
using static Parley.Contracts.EntryKind;
using static Parley.Contracts.EntryStatus;

namespace Parley.Extraction.Tests.Ledger.Dossiers;

public sealed class Where_the_talks_stand
{
    private static readonly Told Met = Talks(Held).On("2020-06-10").At("Moscow", "RUS").In("afp-1", "2020-06-10T18:00:00Z");
    private static readonly Told Plan = Talks(Planned).On("2020-06-16").At("Geneva", "CHE").In("afp-2", "2020-06-13T09:00:00Z");

    [Fact]
    public void One_line_tells_it_all() => Summary(
        "2020-06-14",
        Met,
        Plan,
        Told.Truce(InForce, "COL", "FARC").On("2020-06-12").In("efe-1", "2020-06-12T09:00:00Z"),
        Told.Truce(Violated, "COL", "FARC").In("efe-2", "2020-06-14T09:00:00Z"))
        .ShouldBe("Ceasefire of 12 June breached (reported 14 June); meeting planned for 16 June in Geneva; last met on 10 June in Moscow.");

    [Fact]
    public void The_day_of_a_plan_itself_is_still_ahead() => Of("2020-06-16", Plan).NextTalks.ShouldNotBeNull();

    [Fact]
    public void A_plan_whose_day_has_passed_without_a_word_is_told_as_such()
    {
        var dossier = Of("2020-06-17", Met, Plan);

        dossier.NextTalks.ShouldBeNull();
        dossier.Planned.ShouldBeEmpty();
        dossier.Overdue.ShouldHaveSingleItem().Text.ShouldBe("meeting planned for 16 June in Geneva, nothing heard of it since");
        dossier.Summary.ShouldBe("Meeting planned for 16 June in Geneva, nothing heard of it since; last met on 10 June in Moscow.");
    }

    [Fact]
    public void Nobody_waits_for_a_plan_after_the_same_parties_have_met() =>
        Summary("2020-07-01", Plan, Talks(Held).A(Call).On("2020-06-20").In("afp-3", "2020-06-20T18:00:00Z")).ShouldBe("Last spoke by phone on 20 June.");

    [Theory]
    [InlineData("2020-06-20", "Meeting planned, no day told (reported 13 June).")]
    [InlineData("2020-08-20", "Meeting planned (reported 13 June), nothing heard of it since.")]
    public void A_plan_without_a_day_lies_ahead_for_a_month(string day, string summary) => Summary(day, Talks(Planned).In("afp-1", "2020-06-13T09:00:00Z")).ShouldBe(summary);

    [Fact]
    public void The_soonest_plan_comes_first_and_the_others_are_counted()
    {
        var dossier = Of("2020-06-14", Plan, Talks(Planned).A(Summit).On("2020-06-30").In("afp-3", "2020-06-13T09:00:00Z"), Talks(Proposed).A(Call).In("afp-4", "2020-06-13T09:00:00Z"));

        dossier.Planned.Select(s => s.Text).ShouldBe(["meeting planned for 16 June in Geneva", "summit planned for 30 June", "phone call proposed, no day told (reported 13 June)"]);
        dossier.NextTalks!.Text.ShouldBe("meeting planned for 16 June in Geneva");
        dossier.Summary.ShouldBe("Meeting planned for 16 June in Geneva; 2 more planned or proposed.");
    }

    [Fact]
    public void What_is_only_proposed_is_no_next_talks() => Of("2020-06-14", Plan.As(Proposed)).NextTalks.ShouldBeNull();

    [Theory]
    [InlineData("2020-06-16", null, DatePrecision.Day, "2020-06-20", "on 16 June in Geneva")]
    [InlineData("2020-06-16", "2020-06-18", DatePrecision.Day, "2020-06-20", "from 16 to 18 June in Geneva")]
    [InlineData("2020-06-29", "2020-07-01", DatePrecision.Day, "2020-07-20", "from 29 June to 1 July in Geneva")]
    [InlineData("2020-06-16", null, DatePrecision.Day, "2021-01-20", "on 16 June 2020 in Geneva")]
    [InlineData("2020-06-15", null, DatePrecision.Week, "2020-07-20", "in the week of 15 June in Geneva")]
    [InlineData("2020-06-01", null, DatePrecision.Month, "2020-07-20", "in June in Geneva")]
    [InlineData("2020-06-01", null, DatePrecision.Month, "2021-07-20", "in June 2020 in Geneva")]
    [InlineData("2020-01-01", null, DatePrecision.Year, "2020-07-20", "in 2020 in Geneva")]
    public void No_day_is_more_exact_than_it_is_known(string start, string? end, DatePrecision precision, string today, string told) =>
        Summary(today, Talks(Held).On(start, end, precision).At("Geneva", "CHE").In("afp-1", "2020-07-02T09:00:00Z")).ShouldBe($"Last met {told}.");

    [Fact]
    public void Talks_of_no_known_day_have_that_of_their_report() => Summary("2020-06-14", Talks(Held).In("afp-1", "2020-06-13T09:00:00Z")).ShouldBe("Last met (reported 13 June).");

    [Fact]
    public void Talks_put_off_are_told_until_others_took_place()
    {
        var off = Plan.As(Postponed).In("afp-3", "2020-06-15T09:00:00Z");

        Summary("2020-06-15", Met, Plan, off).ShouldBe("Meeting of 16 June in Geneva put off (reported 15 June); last met on 10 June in Moscow.");
        Summary("2020-06-25", Plan, off, Talks(Held).A(Call).On("2020-06-20").In("afp-4", "2020-06-20T09:00:00Z")).ShouldBe("Last spoke by phone on 20 June.");
    }

    [Fact]
    public void Talks_that_broke_off_took_place_without_a_deal() =>
        Summary("2020-06-14", Talks(Suspended).A(Negotiation).On("2020-06-12").At("Havana", "CUB").In("afp-1", "2020-06-12T09:00:00Z"))
            .ShouldBe("Last held talks on 12 June in Havana, without a deal.");

    [Theory]
    [InlineData("2020-06-20", "Talks under way since 10 June in Havana.")]
    [InlineData("2020-09-20", "Talks began on 10 June in Havana.")]
    public void A_negotiation_runs_for_as_long_as_it_is_spoken_of(string day, string summary) =>
        Summary(day, Talks(UnderWay).A(Negotiation).On("2020-06-10").At("Havana", "CUB").In("afp-1", "2020-06-12T09:00:00Z")).ShouldBe(summary);

    [Fact]
    public void A_statement_is_proved_by_the_step_that_brought_its_status()
    {
        var put = Of("2020-06-15", Plan, Plan.In("dpa-1", "2020-06-14T09:00:00Z"), Plan.As(Postponed).In("afp-3", "2020-06-15T09:00:00Z"), Plan.As(Postponed).In("dpa-2", "2020-06-15T19:00:00Z"))
            .Disrupted.ShouldHaveSingleItem();

        (put.Step.Article, put.Step.Status, put.Since, put.SinceReported).ShouldBe(("afp-3", Postponed, new DateOnly(2020, 6, 15), true));
        put.LastReported.ShouldBe(new DateTimeOffset(2020, 6, 15, 19, 0, 0, TimeSpan.Zero));
        put.Step.Evidence.Text.ShouldNotBeEmpty();
    }

    [Fact]
    public void Those_who_take_part_are_counted_by_role_and_the_most_active_come_first()
    {
        var dossier = Of(
            "2020-06-14",
            Met.With(ParticipantRole.Mediator, "NOR", "CUB").By("COL", "Ana Ruiz"),
            Plan.With(ParticipantRole.Mediator, "NOR").With(ParticipantRole.Host, "CHE").By("COL", "Juan Leon"));

        dossier.Parties.Select(p => (p.Id, p.Entries, string.Join(',', p.Persons))).ShouldBe([("COL", 2, "Juan Leon,Ana Ruiz"), ("FARC", 2, "")]);
        dossier.Others.Select(p => $"{p.Role} {p.Id} {p.Entries}").ShouldBe(["Mediator NOR 2", "Mediator CUB 1", "Host CHE 1"]);
        (dossier.EntryCount, dossier.ArticleCount, dossier.OutletCount).ShouldBe((2, 2, 1));
        (dossier.FirstActivity.Day, dossier.LastActivity.Day).ShouldBe((10, 13));
    }

    [Fact]
    public void A_sentence_says_who_where_it_is_not_just_the_two() =>
        Summary("2020-06-14", "pair:COL+FARC", Told.Talks(Held, "COL", "FARC", "VEN").On("2020-06-10").In("afp-1", "2020-06-10T18:00:00Z"))
            .ShouldBe("Colombia, the FARC and Venezuela last met on 10 June.");

    [Fact]
    public void No_entries_make_no_dossier() => DossierFold.Of("pair:RUS+TUR", Ledger(Met), Noon("2020-06-14")).ShouldBeNull();

    [Fact]
    public void A_list_tells_the_latest_twenty() => Of(
        "2020-12-31",
        [.. Enumerable.Range(1, 25).Select(i => (LedgerMention)Talks(Cancelled).A(Call).On($"2020-{1 + (i / 3):00}-{1 + (i % 3 * 10):00}").In($"afp-{i:00}", $"2020-{1 + (i / 3):00}-{1 + (i % 3 * 10):00}T09:00:00Z"))])
        .Disrupted.Count.ShouldBe(20);

    [Fact]
    public void The_order_of_the_entries_does_not_matter()
    {
        var entries = LedgerFold.Fold(SeedStory.Mentions).ToArray();
        var ids = entries.SelectMany(e => DossierKeys.Of(e)).Where(DossierId.IsOfDossier).Distinct().Order(StringComparer.Ordinal).ToList();
        var told = Json();

        new Random(5).Shuffle(entries);

        ids.Count.ShouldBeGreaterThan(5);
        Json().ShouldBe(told);

        string Json() => string.Join('\n', ids.Select(id => JsonSerializer.Serialize(DossierFold.Of(id, entries, Noon("2020-07-25")), ParleyJson.Line)));
    }

    [Fact]
    public void Every_stage_has_words()
    {
        foreach (var (told, stages) in new[] { (Talks(Held), "talks-stages.tsv"), (Told.Truce(Agreed, "COL", "FARC"), "ceasefire-stages.tsv") })
            foreach (var status in LedgerKnowledge.Rows(stages).First().Skip(1).Select(WireWord.Parse<EntryStatus>))
                foreach (var day in new[] { "2020-06-14", "2020-09-14", "2021-06-14" })
                {
                    var dated = told.As(status).On("2020-06-14").In("afp-1", "2020-06-14T09:00:00Z");
                    foreach (var one in new[] { dated, told.As(status).In("afp-1", "2020-06-14T09:00:00Z"), dated.At("Norte", "COL") })
                    {
                        var summary = Summary(day, one);
                        summary.ShouldMatch("^[A-Z][^;]*14 June[^;]*\\.$", $"{status} on {day}");
                        summary.ShouldNotContain("  ");
                        summary.ShouldNotContain("_");
                    }
                }
    }

    private static Told Talks(EntryStatus status) => Told.Talks(status, "COL", "FARC");

    private static Dossier Of(string day, params LedgerMention[] mentions) => DossierFold.Of("pair:COL+FARC", Ledger(mentions), Noon(day)).ShouldNotBeNull();

    private static string Summary(string day, params LedgerMention[] mentions) => Of(day, mentions).Summary;

    private static string Summary(string day, string id, params LedgerMention[] mentions) => DossierFold.Of(id, Ledger(mentions), Noon(day)).ShouldNotBeNull().Summary;

    private static IReadOnlyList<Entry> Ledger(params LedgerMention[] mentions) => LedgerFold.Fold(mentions);

    private static DateTimeOffset Noon(string day) => DateTimeOffset.Parse(day + "T12:00:00Z", CultureInfo.InvariantCulture);
}
