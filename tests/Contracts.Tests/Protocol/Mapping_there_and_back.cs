using System.Text.Json;
using Google.Protobuf;
using Parley.Contracts.Protocol;
using Parley.Protocol.Type.V1;

namespace Parley.Contracts.Tests.Protocol;

public sealed class Mapping_there_and_back
{
    public static TheoryData<LedgerChange> Changes { get; } = [Samples.FullChange, Samples.SparseChange];

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_change_comes_back_as_it_was(LedgerChange change) =>
        Line(Change.Parser.ParseFrom(change.ToProto().ToByteArray()).ToDomain()).ShouldBe(Line(change));

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("2031-03-04", null, DatePrecision.Day)]
    [InlineData("2031-03-03", null, DatePrecision.Week)]
    [InlineData("2031-03-01", null, DatePrecision.Month)]
    [InlineData("2031-01-01", null, DatePrecision.Year)]
    [InlineData("2031-03-04", "2031-03-06", DatePrecision.Day)]
    [InlineData("2031-03-04", "2031-03-06", null)]
    [InlineData(null, "2031-03-06", null)]
    public void The_days_of_an_entry_come_back_as_they_were(string? start, string? end, DatePrecision? precision)
    {
        var entry = Samples.Truce with { Start = Day(start), End = Day(end), StartPrecision = precision };

        var back = entry.ToProto().ToDomain();

        (back.Start, back.End, back.StartPrecision).ShouldBe((entry.Start, entry.End, precision));
    }

    [Fact]
    public void The_outlets_offset_comes_back()
    {
        var proto = Samples.Truce.ToProto();

        proto.History[0].PublishedUtcOffsetMinutes.ShouldBe(-210);
        proto.ToDomain().History[0].PublishedAt.ToString("O").ShouldBe(Samples.Postponed.PublishedAt.ToString("O"));
    }

    [Fact]
    public void What_is_null_in_a_record_is_absent_or_empty_in_a_message()
    {
        var proto = Samples.SparseChange.ToProto();

        proto.Before.ShouldBeNull();
        proto.Cause.ShouldBeNull();
        proto.ReceivedAt.ShouldBeNull();
        proto.MergedInto.ShouldBeEmpty();
        proto.After.Place.ShouldBeNull();
        proto.After.Date.ShouldBeNull();
    }

    [Fact]
    public void A_mention_is_told_whole()
    {
        var mention = new Contracts.Mention
        {
            Type = Contracts.EntryType.Ceasefire,
            Kind = Contracts.EntryKind.HumanitarianPause,
            Status = Contracts.EntryStatus.InForce,
            Participants = [new Contracts.Participant { Id = "SDN", Name = "Sudan", Text = "Khartoum", Role = Contracts.ParticipantRole.Guarantor, Persons = ["A. Osman"] }],
            Place = new Contracts.Place("Darfur", "SDN", "the west"),
            Start = new DateOnly(2031, 3, 4),
            End = new DateOnly(2031, 3, 5),
            StartPrecision = Contracts.DatePrecision.Day,
            Topics = ["Darfur"],
            Confidence = 0.5,
            Background = true,
            Unilateral = true,
            Cameo = "0871",
            Plover = "YIELD",
            Evidence = new Contracts.Evidence(3, 9, "a halt"),
        };

        JsonFormatter.Default.Format(mention.ToProto()).ShouldBe(
            """
            { "type": "ENTRY_TYPE_CEASEFIRE", "kind": "ENTRY_KIND_HUMANITARIAN_PAUSE", "status": "ENTRY_STATUS_IN_FORCE", "participants": [ { "actor": { "id": "SDN", "name": "Sudan" }, "role": "PARTICIPANT_ROLE_GUARANTOR", "persons": [ "A. Osman" ], "text": "Khartoum" } ], "place": { "name": "Darfur", "country": "SDN", "text": "the west" }, "date": { "start": { "year": 2031, "month": 3, "day": 4 }, "end": { "year": 2031, "month": 3, "day": 5 }, "startPrecision": "DATE_PRECISION_DAY" }, "topics": [ "Darfur" ], "confidence": 0.5, "background": true, "unilateral": true, "cameo": "0871", "plover": "YIELD", "evidence": { "start": 3, "end": 9, "text": "a halt" } }
            """);
    }

    [Fact]
    public void An_article_is_told_whole() => JsonFormatter.Default.Format(Samples.FullArticle.ToProto()).ShouldBe(
        """
        { "id": "desk/2031-03-02-talks.txt", "title": "Talks \"on Tuesday\"", "text": "“We’ll meet in Nicosia,” Çağla Öztürk said.\nThe truce \u003cholds\u003e & waits: 1 + 1.", "outlet": "Harbour Gazette", "url": "https://gazette.example/talks?id=7&lang=en", "publishedAt": "2031-03-02T18:05:00Z", "publishedUtcOffsetMinutes": 180, "publishedBasis": "PUBLISHED_BASIS_GIVEN", "receivedAt": "2031-03-02T18:05:02.345Z", "intake": "INTAKE_LIVE" }
        """);

    [Fact]
    public void A_withdrawn_article_is_told_whole() => JsonFormatter.Default.Format(Samples.WithdrawnArticle.ToProto()).ShouldBe(
        """
        { "id": "sha256:00", "publishedAt": "2031-03-02T00:00:00Z", "publishedBasis": "PUBLISHED_BASIS_ARRIVAL", "receivedAt": "2031-03-02T00:00:00Z", "intake": "INTAKE_BACKFILL", "updatedAt": "2031-03-03T06:00:00Z", "versionId": "00b1c2d3e4f50617", "withdrawn": true }
        """);

    [Fact]
    public void A_message_of_a_newer_version_with_unknown_words_is_still_read()
    {
        var proto = Samples.FullChange.ToProto();
        proto.Kind = (Parley.Protocol.Type.V1.ChangeKind)99;
        proto.After.Participants[0].Role = (Parley.Protocol.Type.V1.ParticipantRole)99;

        var change = proto.ToDomain();

        change.Kind.ShouldBe(Contracts.ChangeKind.Details);
        change.After.Participants[0].Role.ShouldBe(Contracts.ParticipantRole.Party);
    }

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static string Line(LedgerChange change) => JsonSerializer.Serialize(change, ParleyJson.Line);
}
