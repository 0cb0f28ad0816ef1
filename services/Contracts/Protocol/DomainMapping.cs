using Parley.Protocol.Type.V1;
using ProtoDate = Parley.Protocol.Type.V1.Date;
using ProtoEntry = Parley.Protocol.Type.V1.Entry;
using ProtoEvidence = Parley.Protocol.Type.V1.Evidence;
using ProtoParticipant = Parley.Protocol.Type.V1.Participant;
using ProtoPlace = Parley.Protocol.Type.V1.Place;
using ProtoStep = Parley.Protocol.Type.V1.HistoryStep;

namespace Parley.Contracts.Protocol;

/// <summary>Messages of <c>parley.type.v1</c>, as a client receives them, as the domain's records.</summary>
public static class DomainMapping
{
    /// <summary>As a record.</summary>
    public static LedgerChange ToDomain(this Change change) => new()
    {
        EntryId = change.EntryId,
        Version = change.Version,
        Kind = change.Kind.ToDomain<ChangeKind, Parley.Protocol.Type.V1.ChangeKind>() ?? ChangeKind.Details,
        Reason = change.Reason.ToDomain<ChangeReason, Parley.Protocol.Type.V1.ChangeReason>() ?? ChangeReason.Article,
        RecordedAt = change.RecordedAt.ToDateTimeOffset(),
        Before = change.Before?.ToDomain(),
        After = change.After.ToDomain(),
        Cause = change.Cause?.ToDomain(),
        ReceivedAt = change.ReceivedAt?.ToDateTimeOffset(),
        News = change.News,
        Fresh = change.HasFresh ? change.Fresh : null,
        MergedInto = NullIfEmpty(change.MergedInto),
    };

    /// <summary>As a record.</summary>
    public static Entry ToDomain(this ProtoEntry entry) => new()
    {
        Id = entry.Id,
        Type = entry.Type.ToDomain<EntryType, Parley.Protocol.Type.V1.EntryType>() ?? EntryType.Talks,
        Kind = entry.Kind.ToDomain<EntryKind, Parley.Protocol.Type.V1.EntryKind>() ?? EntryKind.Meeting,
        Status = entry.Status.ToDomain<EntryStatus, Parley.Protocol.Type.V1.EntryStatus>() ?? EntryStatus.Proposed,
        Disputed = entry.Disputed,
        Participants = entry.Participants.Select(ToDomain).ToList(),
        Place = entry.Place?.ToDomain(),
        Start = entry.Date?.Start?.ToDomain(),
        End = entry.Date?.End?.ToDomain(),
        StartPrecision = entry.Date?.StartPrecision.ToDomain<DatePrecision, Parley.Protocol.Type.V1.DatePrecision>(),
        Topics = [.. entry.Topics],
        Confidence = entry.Confidence,
        Cameo = NullIfEmpty(entry.Cameo),
        Plover = NullIfEmpty(entry.Plover),
        History = entry.History.Select(ToDomain).ToList(),
        Pinned = [.. entry.Pinned],
    };

    internal static HistoryStep ToDomain(this ProtoStep step) => new()
    {
        Status = step.Status.ToDomain<EntryStatus, Parley.Protocol.Type.V1.EntryStatus>() ?? EntryStatus.Proposed,
        PublishedAt = step.PublishedAt.ToDateTimeOffset().ToOffset(TimeSpan.FromMinutes(step.PublishedUtcOffsetMinutes)),
        Article = step.ArticleId,
        Version = NullIfEmpty(step.VersionId),
        Outlet = NullIfEmpty(step.Outlet),
        Url = NullIfEmpty(step.Url),
        Background = step.Background,
        Evidence = step.Evidence.ToDomain(),
    };

    internal static Participant ToDomain(this ProtoParticipant participant) => new()
    {
        Id = participant.Actor.Id,
        Name = participant.Actor.Name,
        Text = participant.Text,
        Role = participant.Role.ToDomain<ParticipantRole, Parley.Protocol.Type.V1.ParticipantRole>() ?? ParticipantRole.Party,
        Persons = [.. participant.Persons],
    };

    internal static Place ToDomain(this ProtoPlace place) => new(place.Name, NullIfEmpty(place.Country), NullIfEmpty(place.Text));

    private static Evidence ToDomain(this ProtoEvidence evidence) => new(evidence.Start, evidence.End, evidence.Text);

    internal static DateOnly ToDomain(this ProtoDate day) => new(day.Year, day.Month, day.Day);

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
