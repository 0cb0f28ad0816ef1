using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Parley.Cli.Output;
using Parley.Contracts;
using Parley.Contracts.Protocol;
using Parley.Protocol.Extraction.V1;
using ProtoKind = Parley.Protocol.Type.V1.ChangeKind;

namespace Parley.Cli.Tests.Output;

public sealed class What_a_reprocessing_changed
{
    private static readonly Entry Round = new()
    {
        Id = "talks-1",
        Type = EntryType.Talks,
        Kind = EntryKind.Negotiation,
        Status = EntryStatus.Planned,
        Participants = [new Participant { Id = "SDN", Name = "Sudan" }, new Participant { Id = "x", Name = "Front [north]" }],
        Place = new Place("Doha", "QAT", null),
        Start = new DateOnly(2031, 3, 4),
        StartPrecision = DatePrecision.Day,
        History = [],
    };

    private static readonly Entry Visit = Round with
    {
        Kind = EntryKind.Visit,
        Status = EntryStatus.Held,
        Participants = [new Participant { Id = "SDN", Name = "Sudan" }, new Participant { Id = "QAT", Name = "Qatar", Role = ParticipantRole.Mediator }],
        Place = null,
        Start = new DateOnly(2031, 3, 5),
        Disputed = true,
    };

    [Fact]
    public void A_row_says_what_became_of_an_entry_and_in_what_it_differs() =>
        Rendered.Rows(ReprocessingView.Table([Change(ProtoKind.Status, Round, Visit)])).ShouldHaveSingleItem().ShouldBe(
        [
            "status", "5 Mar 2031", "visit", "planned → held", "Sudan", "(mediator Qatar)",
            "negotiation → visit; 4 March 2031 → 5 March 2031; Doha → no place; + mediator Qatar; − Front [north]; disputed",
        ]);

    [Fact]
    public void What_weighs_most_comes_first_and_a_merged_entry_says_where_it_lives_on()
    {
        var merged = Change(ProtoKind.Merged, Round, null);
        merged.MergedInto = "talks-2";

        var rows = Rendered.Rows(ReprocessingView.Table([Change(ProtoKind.Details, Round, Round with { Place = null }), merged, Change(ProtoKind.New, null, Round)]));

        rows.Select(r => r[0]).ShouldBe(["new", "merged", "details"]);
        rows[1][^1].ShouldBe("into talks-2");
        rows[2][^1].ShouldBe("Doha → no place");
    }

    [Fact]
    public void The_counts_go_by_kind() =>
        ReprocessingView.Counts([Change(ProtoKind.Sources, Round, Round), Change(ProtoKind.Retracted, Round, null), Change(ProtoKind.Sources, Round, Round)])
            .ShouldBe("3 entries changed: 1 gone, 2 sources");

    [Fact]
    public void No_change_is_said_too() => ReprocessingView.Counts([]).ShouldBe("nothing changed in the ledger");

    [Fact]
    public void A_run_says_how_it_ended_and_what_it_could_not_read()
    {
        var run = new ReprocessingRun { Number = 7, State = ReprocessingState.Finished, RulesVersion = "3", FormerRulesVersions = { "1", "2", "3" }, Total = 12_000, Done = 12_000, Failed = 2, WithoutText = 30 };

        ReprocessingView.Words(run).ShouldBe(
            "run 7 finished: 12,000 of 12,000 articles read by rules 3 instead of 1, 2; 2 could not be read and say what they said (the log of extraction says why); "
            + "30 are stored without their text and say what they said");
    }

    [Fact]
    public void A_line_has_the_entry_before_and_after()
    {
        var line = JsonSerializer.Deserialize<JsonElement>(ReprocessingLines.Of(Change(ProtoKind.Status, Round, Visit)));

        line.GetProperty("id").GetString().ShouldBe("talks-1");
        line.GetProperty("kind").GetString().ShouldBe("status");
        line.GetProperty("merged_into").ValueKind.ShouldBe(JsonValueKind.Null);
        line.GetProperty("before").GetProperty("status").GetString().ShouldBe("planned");
        line.GetProperty("after").GetProperty("status").GetString().ShouldBe("held");
    }

    [Fact]
    public void A_run_is_a_line_too()
    {
        var run = new ReprocessingRun { Number = 7, State = ReprocessingState.UnderWay, RulesVersion = "3", StartedAt = new Timestamp(), Total = 5, Done = 2 };

        var line = JsonSerializer.Deserialize<JsonElement>(ReprocessingLines.Of(run));

        (line.GetProperty("number").GetInt64(), line.GetProperty("state").GetString(), line.GetProperty("done").GetInt64()).ShouldBe((7, "under_way", 2));
        line.GetProperty("finished_at").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    private static ReprocessingChange Change(ProtoKind kind, Entry? before, Entry? after) => new() { Kind = kind, Before = before?.ToProto(), After = after?.ToProto() };
}
