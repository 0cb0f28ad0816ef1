using System.Text.Json;

namespace Parley.Contracts.Tests.Model;

public sealed class Words_of_the_wire
{
    [Fact]
    public void Statuses_are_the_words_of_the_product() => WireWord.All<EntryStatus>().ShouldBe(
    [
        "proposed", "planned", "under_way", "held", "postponed", "cancelled", "suspended", "rejected", "called_for", "under_negotiation", "agreed",
        "in_force", "extended", "violated", "collapsed",
    ]);

    [Fact]
    public void Kinds_are_the_words_of_the_product() => WireWord.All<EntryKind>().ShouldBe(
    [
        "meeting", "visit", "call", "negotiation", "consultation", "summit", "conference", "mediation", "ceasefire", "truce",
        "cessation_of_hostilities", "humanitarian_pause", "armistice",
    ]);

    [Fact]
    public void The_other_enums_have_theirs()
    {
        WireWord.All<EntryType>().ShouldBe(["talks", "ceasefire"]);
        WireWord.All<ParticipantRole>().ShouldBe(["party", "mediator", "host", "caller", "guarantor"]);
        WireWord.All<DatePrecision>().ShouldBe(["day", "week", "month", "year"]);
        WireWord.All<ChangeKind>().ShouldBe(["new", "status", "details", "sources", "disputed", "merged", "split", "retracted"]);
        WireWord.All<PublishedBasis>().ShouldBe(["given", "text", "arrival"]);
        WireWord.All<Intake>().ShouldBe(["live", "import", "backfill"]);
    }

    [Fact]
    public void Json_has_the_same_words()
    {
        foreach (var status in Enum.GetValues<EntryStatus>())
        {
            JsonSerializer.Serialize(status).ShouldBe($"\"{WireWord.Of(status)}\"");
            JsonSerializer.Deserialize<EntryStatus>($"\"{WireWord.Of(status)}\"").ShouldBe(status);
        }
    }

    [Theory]
    [InlineData("2")]
    [InlineData("\"begun\"")]
    [InlineData("\"\"")]
    [InlineData("null")]
    public void Json_that_is_no_word_is_refused(string json) => Should.Throw<JsonException>(() => JsonSerializer.Deserialize<EntryStatus>(json));

    [Theory]
    [InlineData("under_way")]
    [InlineData("Under_Way")]
    [InlineData(" UNDER_WAY ")]
    public void A_word_is_read_whatever_its_case(string word)
    {
        WireWord.TryParse<EntryStatus>(word, out var status).ShouldBeTrue();
        status.ShouldBe(EntryStatus.UnderWay);
    }

    [Theory]
    [InlineData("")]
    [InlineData("underway")]
    [InlineData("2")]
    public void Another_word_is_not(string word)
    {
        WireWord.TryParse<EntryStatus>(word, out _).ShouldBeFalse();
        Should.Throw<FormatException>(() => WireWord.Parse<EntryStatus>(word)).Message.ShouldContain("EntryStatus");
    }
}
