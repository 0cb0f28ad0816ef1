using Google.Protobuf.WellKnownTypes;
using Parley.Protocol.Type.V1;
using Proto = Parley.Protocol.Extraction.V1;
using ProtoType = Parley.Protocol.Type.V1;

namespace Parley.Contracts.Protocol;

/// <summary>Dossiers as messages of <c>parley.extraction.v1</c>, and these as the domain's records.</summary>
public static class DossierMapping
{
    /// <summary>As a message.</summary>
    public static Proto.Dossier ToProto(this Dossier dossier) => new()
    {
        Id = dossier.Id,
        Type = dossier.Type.ToProto<DossierType, Proto.DossierType>(),
        Title = dossier.Title,
        Summary = dossier.Summary,
        AsOf = dossier.AsOf.ToTimestamp(),
        Parties = { dossier.Parties.Select(ToProto) },
        Others = { dossier.Others.Select(ToProto) },
        Ceasefire = dossier.Ceasefire?.ToProto(),
        FurtherCeasefires = { dossier.FurtherCeasefires.Select(ToProto) },
        CeasefireEfforts = { dossier.CeasefireEfforts.Select(ToProto) },
        FormerCeasefires = { dossier.FormerCeasefires.Select(ToProto) },
        Running = dossier.Running?.ToProto(),
        NextTalks = dossier.NextTalks?.ToProto(),
        Planned = { dossier.Planned.Select(ToProto) },
        Overdue = { dossier.Overdue.Select(ToProto) },
        Disrupted = { dossier.Disrupted.Select(ToProto) },
        LastTalks = dossier.LastTalks?.ToProto(),
        LastOutsideTalks = dossier.LastOutsideTalks?.ToProto(),
        EntryCount = dossier.EntryCount,
        ArticleCount = dossier.ArticleCount,
        OutletCount = dossier.OutletCount,
        FirstActivity = dossier.FirstActivity.ToTimestamp(),
        LastActivity = dossier.LastActivity.ToTimestamp(),
    };

    /// <summary>As a record.</summary>
    public static Dossier ToDomain(this Proto.Dossier dossier) => new()
    {
        Id = dossier.Id,
        Type = dossier.Type.ToDomain<DossierType, Proto.DossierType>() ?? DossierType.Conflict,
        Title = dossier.Title,
        Summary = dossier.Summary,
        AsOf = dossier.AsOf.ToDateTimeOffset(),
        Parties = [.. dossier.Parties.Select(ToDomain)],
        Others = [.. dossier.Others.Select(ToDomain)],
        Ceasefire = dossier.Ceasefire?.ToDomain(),
        FurtherCeasefires = [.. dossier.FurtherCeasefires.Select(ToDomain)],
        CeasefireEfforts = [.. dossier.CeasefireEfforts.Select(ToDomain)],
        FormerCeasefires = [.. dossier.FormerCeasefires.Select(ToDomain)],
        Running = dossier.Running?.ToDomain(),
        NextTalks = dossier.NextTalks?.ToDomain(),
        Planned = [.. dossier.Planned.Select(ToDomain)],
        Overdue = [.. dossier.Overdue.Select(ToDomain)],
        Disrupted = [.. dossier.Disrupted.Select(ToDomain)],
        LastTalks = dossier.LastTalks?.ToDomain(),
        LastOutsideTalks = dossier.LastOutsideTalks?.ToDomain(),
        EntryCount = dossier.EntryCount,
        ArticleCount = dossier.ArticleCount,
        OutletCount = dossier.OutletCount,
        FirstActivity = dossier.FirstActivity.ToDateTimeOffset(),
        LastActivity = dossier.LastActivity.ToDateTimeOffset(),
    };

    private static Proto.DossierActor ToProto(DossierActor actor) => new()
    {
        Actor = new Actor { Id = actor.Id, Name = actor.Name },
        Role = actor.Role.ToProto<ParticipantRole, ProtoType.ParticipantRole>(),
        Entries = actor.Entries,
        Persons = { actor.Persons },
    };

    private static DossierActor ToDomain(Proto.DossierActor actor) => new()
    {
        Id = actor.Actor.Id,
        Name = actor.Actor.Name,
        Role = actor.Role.ToDomain<ParticipantRole, ProtoType.ParticipantRole>() ?? ParticipantRole.Party,
        Entries = actor.Entries,
        Persons = [.. actor.Persons],
    };

    private static Proto.DossierStatement ToProto(this DossierStatement statement) => new()
    {
        Text = statement.Text,
        EntryId = statement.EntryId,
        Kind = statement.Kind.ToProto<EntryKind, ProtoType.EntryKind>(),
        Status = statement.Status.ToProto<EntryStatus, ProtoType.EntryStatus>(),
        Disputed = statement.Disputed,
        Participants = { statement.Participants.Select(p => p.ToProto()) },
        Place = statement.Place?.ToProto(),
        Date = ProtocolMapping.Span(statement.Start, statement.End, statement.StartPrecision),
        Since = ProtocolMapping.Day(statement.Since),
        SincePrecision = statement.SincePrecision.ToProto<DatePrecision, ProtoType.DatePrecision>(),
        SinceReported = statement.SinceReported,
        LastReported = statement.LastReported.ToTimestamp(),
        LastReportedUtcOffsetMinutes = (int)statement.LastReported.Offset.TotalMinutes,
        Step = statement.Step.ToProto(),
    };

    private static DossierStatement ToDomain(this Proto.DossierStatement statement) => new()
    {
        Text = statement.Text,
        EntryId = statement.EntryId,
        Kind = statement.Kind.ToDomain<EntryKind, ProtoType.EntryKind>() ?? EntryKind.Meeting,
        Status = statement.Status.ToDomain<EntryStatus, ProtoType.EntryStatus>() ?? EntryStatus.Proposed,
        Disputed = statement.Disputed,
        Participants = [.. statement.Participants.Select(p => p.ToDomain())],
        Place = statement.Place?.ToDomain(),
        Start = statement.Date?.Start?.ToDomain(),
        End = statement.Date?.End?.ToDomain(),
        StartPrecision = statement.Date?.StartPrecision.ToDomain<DatePrecision, ProtoType.DatePrecision>(),
        Since = statement.Since.ToDomain(),
        SincePrecision = statement.SincePrecision.ToDomain<DatePrecision, ProtoType.DatePrecision>() ?? DatePrecision.Day,
        SinceReported = statement.SinceReported,
        LastReported = statement.LastReported.ToDateTimeOffset().ToOffset(TimeSpan.FromMinutes(statement.LastReportedUtcOffsetMinutes)),
        Step = statement.Step.ToDomain(),
    };
}
