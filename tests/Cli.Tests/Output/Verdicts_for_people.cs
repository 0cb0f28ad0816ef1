using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Parley.Cli.Commands;
using Parley.Cli.Output;
using Parley.Contracts;
using Parley.Protocol.Extraction.V1;

namespace Parley.Cli.Tests.Output;

public sealed class Verdicts_for_people
{
    private static readonly Entry Visit = new()
    {
        Id = "talks-1",
        Type = EntryType.Talks,
        Kind = EntryKind.Visit,
        Status = EntryStatus.Planned,
        Participants = [new Participant { Id = "CYP", Name = "Cyprus" }, new Participant { Id = "TUR", Name = "Turkey" }],
        Start = new DateOnly(2031, 3, 4),
        StartPrecision = DatePrecision.Day,
        History =
        [
            new HistoryStep
            {
                Status = EntryStatus.Planned, PublishedAt = new DateTimeOffset(2031, 3, 2, 21, 5, 0, TimeSpan.FromHours(3)), Article = "gazette/7", Outlet = "Gazette [Nicosia]",
                Evidence = new Evidence(0, 30, "The visit [of the minister]\n  is planned."),
            },
        ],
    };

    private static readonly Verdict IsFalse = new()
    {
        Id = "verdict-1",
        EntryId = "talks-1",
        By = "Ada [desk]",
        Reason = "a rumour",
        MadeAt = Time(12),
        FalseStatement = new() { Step = new() { Passage = new() { ArticleId = "gazette/7", EvidenceStart = 30 } } },
    };

    [Theory]
    [InlineData("status=held")]
    [InlineData("kind=humanitarian_pause")]
    [InlineData("start=2031-03-05")]
    [InlineData("end=")]
    [InlineData("place=Ankara, TUR")]
    [InlineData("place=Cox's Bazar, the camps")]
    [InlineData("participants=TUR,RUS,mediator:UN")]
    public void A_pinned_value_is_shown_as_it_is_typed(string typed) =>
        VerdictView.Words(new Verdict { PinStatement = PinValues.Read(typed) }).ShouldBe(typed);

    [Theory]
    [InlineData("status=met", "'met' is no status; there are proposed, planned")]
    [InlineData("start=4 March", "start 4 March is no day, such as 2020-06-16.")]
    [InlineData("colour=red", "'colour' cannot be pinned; the fields are status, kind, start, end, place, participants.")]
    [InlineData("held", "'held' is no field=value, such as status=held.")]
    [InlineData("participants=", "at least one party")]
    public void A_value_that_is_none_is_answered_by_what_there_is(string typed, string answer) =>
        Should.Throw<UsageException>(() => PinValues.Read(typed)).Message.ShouldContain(answer);

    [Fact]
    public void What_was_said_stands_above_what_came_of_it() => Rendered.By(console => VerdictView.Show(
        console, IsFalse, [Change(ChangeKind.Retracted, Visit, Visit), Change(ChangeKind.Status, Visit, Visit with { Status = EntryStatus.Held })])).ShouldBe(
        """
        talks-1 the step in gazette/7 is false  verdict-1
        ● talks no longer in the ledger  Cyprus · Turkey, 4 March 2031  talks-1, verdict
        ● talks planned → held  Cyprus · Turkey, 4 March 2031  talks-1, verdict

        """);

    [Fact]
    public void That_nothing_came_of_it_is_said() =>
        Rendered.By(console => VerdictView.Show(console, IsFalse, [])).ShouldEndWith("nothing in the ledger is other than it was\n");

    [Fact]
    public void A_withdrawn_one_says_by_whom()
    {
        var withdrawn = new Verdict(IsFalse) { WithdrawnBy = "Bo", WithdrawnAt = Time(13) };

        Rendered.Rows(VerdictView.Table([withdrawn])).Single().ShouldBe(
            ["1970-01-01 00:12Z", "talks-1", "the step in gazette/7 is false (withdrawn by Bo)", "Ada [desk]", "a rumour", "verdict-1"]);
        var line = JsonDocument.Parse(VerdictView.Line(withdrawn)).RootElement;
        (line.GetProperty("kind").GetString(), line.GetProperty("withdrawn_by").GetString(), line.GetProperty("step").GetProperty("evidence_start").GetInt32())
            .ShouldBe(("false", "Bo", 30));
    }

    [Fact]
    public void Changes_say_what_is_other_than_it_was()
    {
        string[] lines =
        [
            Line(ChangeKind.New, null, Visit), Line(ChangeKind.Details, Visit, Visit with { Place = new Place("Ankara", "TUR", null), Pinned = ["place"] }),
            Line(ChangeKind.Merged, Visit, Visit, "talks-2"), Line(ChangeKind.Split, Visit, Visit with { Status = EntryStatus.Held }), Line(ChangeKind.Sources, Visit, Visit),
        ];

        lines.ShouldBe(["new: planned", "planned, no place → Ankara, pinned: place", "is now talks-2", "parted: planned → held", "planned, 1 step"]);
    }

    [Fact]
    public void An_entry_has_its_steps_with_the_numbers_that_a_verdict_wants()
    {
        var shown = Rendered.By(console => EntryView.Show(console, Visit with { Pinned = ["status"] }));

        shown.ShouldContain("● TALKS planned  talks-1\n");
        shown.ShouldContain("pinned by an analyst: status");
        shown.ShouldContain("1      2031-03-02 21:05 +03:00   planned   Gazette [Nicosia] gazette/7   The visit [of the minister] is planned.");
    }

    private static string Line(ChangeKind kind, Entry? before, Entry after, string? into = null) =>
        Rendered.By(console => ChangeView.Show(console, Change(kind, before, after) with { MergedInto = into }))["● talks ".Length..].Split("  ")[0];

    private static LedgerChange Change(ChangeKind kind, Entry? before, Entry after) => new()
    {
        EntryId = after.Id,
        Version = 2,
        Kind = kind,
        Reason = ChangeReason.Verdict,
        RecordedAt = DateTimeOffset.UnixEpoch,
        Before = before,
        After = after,
    };

    private static Timestamp Time(int minutes) => Timestamp.FromDateTimeOffset(DateTimeOffset.UnixEpoch.AddMinutes(minutes));
}
