using Google.Protobuf.WellKnownTypes;
using Parley.Alerting.Matching;
using Parley.Alerting.Storage;
using Parley.Contracts.Protocol;
using Parley.Platform.Grpc;
using Parley.Protocol.Type.V1;
using EntryStatus = Parley.Contracts.EntryStatus;
using EntryType = Parley.Contracts.EntryType;

namespace Parley.Alerting.Api;

/// <summary>Subscriptions as messages, and back with a check of each field.</summary>
internal static class SubscriptionMapping
{
    private const int MaxName = 200;
    private const int MaxActors = 1_000;
    private const int MaxActorId = 100;

    public static Subscription ToProto(this StoredSubscription stored)
    {
        var proto = new Subscription { Id = stored.Id, Name = stored.Name, CreatedAt = stored.CreatedAt.ToTimestamp() };
        proto.Actors.AddRange(stored.Filter.Actors.Order(StringComparer.Ordinal));
        proto.Types_.AddRange(stored.Filter.Types.Order().Select(t => t.ToProto<EntryType, Protocol.Type.V1.EntryType>()));
        proto.Statuses.AddRange(stored.Filter.Statuses.Order().Select(s => s.ToProto<EntryStatus, Protocol.Type.V1.EntryStatus>()));
        return proto;
    }

    /// <summary>The name of a subscription.</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT: it is too long, or no text.</exception>
    public static string CheckedName(this Subscription subscription) => subscription.Name switch
    {
        { Length: > MaxName } name => throw GrpcErrors.Invalid("subscription.name", $"has {name.Length} characters, {MaxName} are allowed"),
        var name when name.Any(c => char.IsControl(c) && !char.IsWhiteSpace(c)) => throw GrpcErrors.Invalid("subscription.name", "has a control character"),
        var name => name,
    };

    /// <summary>The filter of a subscription.</summary>
    /// <param name="subscription">As the caller gave it.</param>
    /// <param name="field">Its place in the request, for errors.</param>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT that names each field that is wrong.</exception>
    public static SubscriptionFilter ToFilter(this Subscription subscription, string field)
    {
        var errors = new List<FieldError>();
        if (subscription.Actors.Count > MaxActors)
            errors.Add(new($"{field}.actors", $"has {subscription.Actors.Count} ids, {MaxActors} are allowed"));
        for (var i = 0; i < subscription.Actors.Count && errors.Count < 10; i++)
        {
            if (subscription.Actors[i].Length is 0 or > MaxActorId || subscription.Actors[i].Any(c => char.IsControl(c) || char.IsWhiteSpace(c)))
                errors.Add(new($"{field}.actors[{i}]", "is not an actor's id, such as TUR or GNA"));
        }

        var types = subscription.Types_.Select(t => t.ToDomain<EntryType, Protocol.Type.V1.EntryType>()).ToList();
        if (types.IndexOf(null) is >= 0 and var badType)
            errors.Add(new($"{field}.types[{badType}]", "is not a type of entries"));
        var statuses = subscription.Statuses.Select(s => s.ToDomain<EntryStatus, Protocol.Type.V1.EntryStatus>()).ToList();
        if (statuses.IndexOf(null) is >= 0 and var badStatus)
            errors.Add(new($"{field}.statuses[{badStatus}]", "is not a status"));
        if (errors.Count > 0)
            throw GrpcErrors.Invalid(errors);
        return new SubscriptionFilter(
            subscription.Actors.ToHashSet(StringComparer.Ordinal),
            types.Select(t => t!.Value).ToHashSet(),
            statuses.Select(s => s!.Value).ToHashSet());
    }
}
