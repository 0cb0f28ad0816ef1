using Parley.Alerting.Matching;
using Parley.Alerting.Subscriptions;
using Parley.Contracts.Protocol;
using EntryKind = Parley.Contracts.EntryKind;
using EntryStatus = Parley.Contracts.EntryStatus;
using EntryType = Parley.Contracts.EntryType;
using Proto = Parley.Protocol.Type.V1;

namespace Parley.Alerting.Api;

/// <summary>The filter of a subscription as fields of its message, and back with a check of each.</summary>
internal static class FilterMapping
{
    private const int MostActors = 1_000;
    private const int MostNames = 100;
    private const int LongestName = 100;

    public static void Write(SubscriptionFilter filter, Proto.Subscription proto)
    {
        proto.Actors.AddRange(filter.Actors);
        proto.Pairs.AddRange(filter.Pairs.Select(p => new Proto.ActorPair { One = p.One, Other = p.Other }));
        proto.Places.AddRange(filter.Places);
        proto.Topics.AddRange(filter.Topics);
        proto.Types_.AddRange(filter.Types.Select(t => t.ToProto<EntryType, Proto.EntryType>()));
        proto.Kinds.AddRange(filter.Kinds.Select(k => k.ToProto<EntryKind, Proto.EntryKind>()));
        proto.Statuses.AddRange(filter.Statuses.Select(s => s.ToProto<EntryStatus, Proto.EntryStatus>()));
        proto.Moves.AddRange(filter.Moves.Select(m => new Proto.StatusMove { From = ToProto(m.From), To = ToProto(m.To) }));
        proto.Words.AddRange(filter.Words);
        proto.MinConfidence = filter.MinConfidence;
        proto.MinOutlets = filter.MinOutlets;
        proto.MinSeverity = filter.MinSeverity == Severity.Info ? Proto.Severity.Unspecified : filter.MinSeverity.ToProto<Severity, Proto.Severity>();
        proto.FurtherSources = filter.FurtherSources;
    }

    public static SubscriptionFilter Read(Proto.Subscription proto, FieldCheck check)
    {
        if (!(proto.MinConfidence is >= 0 and <= 1))
            check.Wrong("min_confidence", "is not between 0 and 1");
        var severity = proto.MinSeverity.ToDomain<Severity, Proto.Severity>();
        if (severity is null && proto.MinSeverity != Proto.Severity.Unspecified)
            check.Wrong("min_severity", "is not a severity");
        return new SubscriptionFilter
        {
            Actors = Sorted(check.List(proto.Actors, "actors", MostActors, (id, field) => Actor(id, field, check))),
            Pairs = check.List(proto.Pairs, "pairs", MostActors, (pair, field) => Pair(pair, field, check)),
            Places = Sorted(check.List(proto.Places, "places", MostNames, (name, field) => Name(name, field, 2, check))),
            Topics = Sorted(check.List(proto.Topics, "topics", MostNames, (name, field) => Name(name, field, 2, check))),
            Types = check.Words<EntryType, Proto.EntryType>(proto.Types_, "types", "a type of entries"),
            Kinds = check.Words<EntryKind, Proto.EntryKind>(proto.Kinds, "kinds", "a kind of talks or of ceasefires"),
            Statuses = check.Words<EntryStatus, Proto.EntryStatus>(proto.Statuses, "statuses", "a status"),
            Moves = check.List(proto.Moves, "moves", MostNames, (move, field) => Move(move, field, check)),
            Words = Sorted(check.List(proto.Words, "words", MostNames, (name, field) => Name(name, field, 2, check))),
            MinConfidence = proto.MinConfidence,
            MinOutlets = check.Number(proto.MinOutlets, "min_outlets", 1, 100, 0),
            MinSeverity = severity ?? Severity.Info,
            FurtherSources = proto.FurtherSources,
        };
    }

    private static IReadOnlyList<string> Sorted(IReadOnlyList<string> values) => [.. values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static string? Actor(string id, string field, FieldCheck check)
    {
        if (id.Length is > 0 and <= LongestName && !id.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)))
            return id;
        check.Wrong(field, "is not an actor's id, such as TUR or GNA");
        return null;
    }

    private static ActorPair? Pair(Proto.ActorPair pair, string field, FieldCheck check)
    {
        if (Actor(pair.One, $"{field}.one", check) is not { } one || Actor(pair.Other, $"{field}.other", check) is not { } other)
            return null;
        if (one == other)
            check.Wrong(field, "names one actor twice");
        return string.CompareOrdinal(one, other) <= 0 ? new ActorPair(one, other) : new ActorPair(other, one);
    }

    private static string? Name(string name, string field, int least, FieldCheck check)
    {
        var text = check.Text(name.Trim(), field, LongestName);
        if (Folding.Fold(text).Length >= least)
            return text;
        check.Wrong(field, "has no two letters or figures");
        return null;
    }

    private static StatusMove? Move(Proto.StatusMove move, string field, FieldCheck check)
    {
        var (from, to) = (Status(move.From, $"{field}.from", check), Status(move.To, $"{field}.to", check));
        if (from is null && to is null)
            check.Wrong(field, "names neither the status before nor the one after");
        return new StatusMove(from, to);
    }

    private static EntryStatus? Status(Proto.EntryStatus status, string field, FieldCheck check)
    {
        var read = status.ToDomain<EntryStatus, Proto.EntryStatus>();
        if (read is null && status != Proto.EntryStatus.Unspecified)
            check.Wrong(field, "is not a status");
        return read;
    }

    private static Proto.EntryStatus ToProto(EntryStatus? status) => status is { } known ? known.ToProto<EntryStatus, Proto.EntryStatus>() : Proto.EntryStatus.Unspecified;
}
