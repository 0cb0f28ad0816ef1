using Parley.Contracts;
using Parley.Contracts.Protocol;
using Parley.Extraction.Storage;
using Parley.Platform.Grpc;
using Parley.Platform.Streaming;
using Parley.Protocol.Extraction.V1;
using ProtoDate = Parley.Protocol.Type.V1.Date;
using ProtoStatus = Parley.Protocol.Type.V1.EntryStatus;
using ProtoType = Parley.Protocol.Type.V1.EntryType;

namespace Parley.Extraction.Api;

/// <summary>What requests of the ledger ask for, checked; what is wrong ends in INVALID_ARGUMENT with the field's name.</summary>
internal static class LedgerRequests
{
    /// <summary>More would ask for an entry that nobody has seen.</summary>
    private const int MostActors = 20;

    public static EntryFilter ToFilter(this ListEntriesRequest request)
    {
        var single = Ids.Optional(request.Actor, "actor");
        return new EntryFilter
        {
            Type = RequestedType.Of(request.Type),
            Statuses = [.. request.Statuses.Select((s, i) => Status(s, $"statuses[{i}]"))],
            Actors = [.. Actors(request.Actors).Concat(single is null ? [] : new[] { single }).Distinct(StringComparer.Ordinal)],
            From = Day(request.From, "from"),
            Until = Day(request.Until, "until"),
        };
    }

    public static ChangeFilter ToFilter(this ListChangesRequest request) =>
        Filter(request.EntryId, request.Type, request.Actors, request.NewsOnly);

    public static ChangeFilter ToFilter(this WatchChangesRequest request) =>
        Filter(request.EntryId, request.Type, request.Actors, request.NewsOnly);

    /// <summary>What tokens of lists and streams of changes belong to: the filter.</summary>
    public static string Scope(this ChangeFilter filter) =>
        $"changes:{filter.EntryId}:{filter.Type}:{string.Join(',', filter.Actors)}:{filter.NewsOnly}";

    /// <summary>The position that a token names; null for none.</summary>
    public static LogPosition? Position(string token, string scope, string field) => PageToken.Read(token, scope, field) is not { } text
        ? null
        : LogPosition.TryParse(text) ?? throw GrpcErrors.Invalid(field, "is not a token of this method");

    public static Moment Moment(Google.Protobuf.WellKnownTypes.Timestamp? asOf, Google.Protobuf.WellKnownTypes.Timestamp? knownAt) =>
        new(Times.Read(asOf, "as_of"), Times.Read(knownAt, "known_at"));

    public static EntryOrder Order(string words) =>
        EntryOrder.Parse(words) ?? throw GrpcErrors.Invalid("order_by", "is none of: start, start desc, last_published, last_published desc");

    private static ChangeFilter Filter(string entryId, ProtoType type, IEnumerable<string> actors, bool newsOnly) => new()
    {
        EntryId = Ids.Optional(entryId, "entry_id"),
        Type = RequestedType.Of(type),
        Actors = Actors(actors),
        NewsOnly = newsOnly,
    };

    private static string[] Actors(IEnumerable<string> actors)
    {
        string[] ids = [.. actors.Select((a, i) => Ids.Required(a, $"actors[{i}]"))];
        return ids.Length <= MostActors ? ids : throw GrpcErrors.Invalid("actors", $"has {ids.Length} ids, {MostActors} are allowed");
    }

    private static EntryStatus Status(ProtoStatus status, string field) =>
        status.ToDomain<EntryStatus, ProtoStatus>() ?? throw GrpcErrors.Invalid(field, $"is no status: {(int)status}");

    /// <summary>A day; null for none.</summary>
    public static DateOnly? Day(ProtoDate? date, string field)
    {
        if (date is null) return null;
        var isDay = date.Year is >= 1 and <= 9999 && date.Month is >= 1 and <= 12 && date.Day >= 1 && date.Day <= DateTime.DaysInMonth(date.Year, date.Month);
        return isDay ? new DateOnly(date.Year, date.Month, date.Day) : throw GrpcErrors.Invalid(field, "is no day of the calendar");
    }
}
