using System.Text.Json;
using Google.Protobuf;
using Parley.Contracts.Protocol;

namespace Parley.Contracts.Tests.Protocol;

public sealed class Dossiers_there_and_back
{
    public static TheoryData<Dossier> Dossiers { get; } = [Full(), Sparse()];

    [Theory]
    [MemberData(nameof(Dossiers))]
    public void A_dossier_comes_back_as_it_was(Dossier dossier) =>
        Line(Parley.Protocol.Extraction.V1.Dossier.Parser.ParseFrom(dossier.ToProto().ToByteArray()).ToDomain()).ShouldBe(Line(dossier));

    /// <summary>Each statement tells itself from the others, so that none can stand in another's place.</summary>
    private static Dossier Full() => Sparse() with
    {
        Id = "conflict:CYP",
        Type = DossierType.Conflict,
        Parties = [new DossierActor { Id = "CYP", Name = "Cyprus", Role = ParticipantRole.Party, Entries = 3, Persons = ["Eleni Markou"] }],
        Others = [new DossierActor { Id = "UN", Name = "United Nations", Role = ParticipantRole.Mediator, Entries = 1 }],
        Ceasefire = Statement("ceasefire"),
        FurtherCeasefires = [Statement("further")],
        CeasefireEfforts = [Statement("effort")],
        FormerCeasefires = [Statement("former"), Statement("former still")],
        Running = Statement("running"),
        NextTalks = Statement("next"),
        Planned = [Statement("next"), Statement("planned")],
        Overdue = [Statement("overdue")],
        Disrupted = [Statement("disrupted")],
        LastTalks = Statement("last"),
        LastOutsideTalks = Statement("last of others"),
    };

    private static Dossier Sparse() => new()
    {
        Id = "pair:CYP+TUR",
        Type = DossierType.Pair,
        Title = "Cyprus and Turkey",
        Summary = "Visit of 4 to 6 March in Nicosia put off (reported 2 March).",
        AsOf = new DateTimeOffset(2031, 3, 3, 0, 0, 0, TimeSpan.Zero),
        EntryCount = 4,
        ArticleCount = 7,
        OutletCount = 2,
        FirstActivity = new DateTimeOffset(2031, 3, 1, 6, 0, 0, TimeSpan.Zero),
        LastActivity = new DateTimeOffset(2031, 3, 2, 18, 5, 0, TimeSpan.Zero),
    };

    private static DossierStatement Statement(string text) => new()
    {
        Text = text,
        EntryId = Samples.Visit.Id,
        Kind = Samples.Visit.Kind,
        Status = Samples.Visit.Status,
        Disputed = true,
        // The words of the text stand in mentions; entries carry them too where a text named the party so.
        Participants = Samples.Visit.Participants,
        Place = Samples.Visit.Place,
        Start = Samples.Visit.Start,
        End = Samples.Visit.End,
        StartPrecision = Samples.Visit.StartPrecision,
        Since = new DateOnly(2031, 3, 1),
        SincePrecision = DatePrecision.Month,
        SinceReported = true,
        LastReported = Samples.Postponed.PublishedAt,
        Step = Samples.Postponed,
    };

    private static string Line(Dossier dossier) => JsonSerializer.Serialize(dossier, ParleyJson.Line);
}
