using Google.Protobuf.WellKnownTypes;
using Parley.Protocol.Type.V1;
using ProtoArticle = Parley.Protocol.Type.V1.Article;
using ProtoDate = Parley.Protocol.Type.V1.Date;
using ProtoEntry = Parley.Protocol.Type.V1.Entry;
using ProtoEvidence = Parley.Protocol.Type.V1.Evidence;
using ProtoMention = Parley.Protocol.Type.V1.Mention;
using ProtoParticipant = Parley.Protocol.Type.V1.Participant;
using ProtoPlace = Parley.Protocol.Type.V1.Place;
using ProtoStep = Parley.Protocol.Type.V1.HistoryStep;

namespace Parley.Contracts.Protocol;

/// <summary>The domain's records as messages of <c>parley.type.v1</c>. Enums of both count in the same order, with 0 for unspecified in protos.</summary>
public static class ProtocolMapping
{
    /// <summary>As a message.</summary>
    public static Change ToProto(this LedgerChange change)
    {
        var proto = new Change
        {
            EntryId = change.EntryId,
            Version = change.Version,
            Kind = change.Kind.ToProto<ChangeKind, Parley.Protocol.Type.V1.ChangeKind>(),
            RecordedAt = change.RecordedAt.ToTimestamp(),
            Before = change.Before?.ToProto(),
            After = change.After.ToProto(),
            Cause = change.Cause?.ToProto(),
            ReceivedAt = change.ReceivedAt?.ToTimestamp(),
            News = change.News,
            MergedInto = change.MergedInto ?? "",
            Reason = change.Reason.ToProto<ChangeReason, Parley.Protocol.Type.V1.ChangeReason>(),
        };
        if (change.Fresh is { } fresh)
            proto.Fresh = fresh;
        return proto;
    }

    /// <summary>As a message.</summary>
    public static ProtoEntry ToProto(this Entry entry)
    {
        var proto = new ProtoEntry
        {
            Id = entry.Id,
            Type = entry.Type.ToProto<EntryType, Parley.Protocol.Type.V1.EntryType>(),
            Kind = entry.Kind.ToProto<EntryKind, Parley.Protocol.Type.V1.EntryKind>(),
            Status = entry.Status.ToProto<EntryStatus, Parley.Protocol.Type.V1.EntryStatus>(),
            Disputed = entry.Disputed,
            Place = entry.Place?.ToProto(),
            Date = Span(entry.Start, entry.End, entry.StartPrecision),
            Confidence = entry.Confidence,
            Cameo = entry.Cameo ?? "",
            Plover = entry.Plover ?? "",
        };
        proto.Participants.AddRange(entry.Participants.Select(ToProto));
        proto.Topics.AddRange(entry.Topics);
        proto.History.AddRange(entry.History.Select(ToProto));
        proto.Pinned.AddRange(entry.Pinned);
        return proto;
    }

    /// <summary>As a message.</summary>
    public static ProtoMention ToProto(this Mention mention)
    {
        var proto = new ProtoMention
        {
            Type = mention.Type.ToProto<EntryType, Parley.Protocol.Type.V1.EntryType>(),
            Kind = mention.Kind.ToProto<EntryKind, Parley.Protocol.Type.V1.EntryKind>(),
            Status = mention.Status.ToProto<EntryStatus, Parley.Protocol.Type.V1.EntryStatus>(),
            Place = mention.Place?.ToProto(),
            Date = Span(mention.Start, mention.End, mention.StartPrecision),
            Confidence = mention.Confidence,
            Background = mention.Background,
            Unilateral = mention.Unilateral,
            Cameo = mention.Cameo ?? "",
            Plover = mention.Plover ?? "",
            Evidence = mention.Evidence.ToProto(),
        };
        proto.Participants.AddRange(mention.Participants.Select(ToProto));
        proto.Topics.AddRange(mention.Topics);
        return proto;
    }

    /// <summary>As a message.</summary>
    public static ProtoArticle ToProto(this Article article) => new()
    {
        Id = article.Id,
        Title = article.Title ?? "",
        Text = article.Text,
        Outlet = article.Outlet ?? "",
        Url = article.Url ?? "",
        PublishedAt = article.PublishedAt.ToTimestamp(),
        PublishedUtcOffsetMinutes = (int)article.PublishedAt.Offset.TotalMinutes,
        PublishedBasis = article.PublishedBasis.ToProto<PublishedBasis, Parley.Protocol.Type.V1.PublishedBasis>(),
        ReceivedAt = article.ReceivedAt.ToTimestamp(),
        Intake = article.Intake.ToProto<Intake, Parley.Protocol.Type.V1.Intake>(),
        UpdatedAt = article.UpdatedAt?.ToTimestamp(),
        VersionId = article.VersionId ?? "",
        Withdrawn = article.Withdrawn,
    };

    /// <summary>As a message.</summary>
    public static ProtoStep ToProto(this HistoryStep step) => new()
    {
        Status = step.Status.ToProto<EntryStatus, Parley.Protocol.Type.V1.EntryStatus>(),
        PublishedAt = step.PublishedAt.ToTimestamp(),
        PublishedUtcOffsetMinutes = (int)step.PublishedAt.Offset.TotalMinutes,
        ArticleId = step.Article,
        Outlet = step.Outlet ?? "",
        Url = step.Url ?? "",
        Background = step.Background,
        Evidence = step.Evidence.ToProto(),
        VersionId = step.Version ?? "",
    };

    /// <summary>As a message.</summary>
    public static ProtoParticipant ToProto(this Participant participant)
    {
        var proto = new ProtoParticipant
        {
            Actor = new Actor { Id = participant.Id, Name = participant.Name },
            Role = participant.Role.ToProto<ParticipantRole, Parley.Protocol.Type.V1.ParticipantRole>(),
            Text = participant.Text,
        };
        proto.Persons.AddRange(participant.Persons);
        return proto;
    }

    /// <summary>As a message.</summary>
    public static ProtoPlace ToProto(this Place place) => new() { Name = place.Name, Country = place.Country ?? "", Text = place.Text ?? "" };

    private static ProtoEvidence ToProto(this Evidence evidence) => new() { Start = evidence.Start, End = evidence.End, Text = evidence.Text };

    internal static DateSpan? Span(DateOnly? start, DateOnly? end, DatePrecision? precision) => (start ?? end) is null ? null : new DateSpan
    {
        Start = start is { } first ? Day(first) : null,
        End = end is { } last ? Day(last) : null,
        StartPrecision = precision?.ToProto<DatePrecision, Parley.Protocol.Type.V1.DatePrecision>() ?? default,
    };

    internal static ProtoDate Day(DateOnly day) => new() { Year = day.Year, Month = day.Month, Day = day.Day };
}
