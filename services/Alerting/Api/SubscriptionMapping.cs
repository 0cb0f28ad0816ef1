using Google.Protobuf.Collections;
using Google.Protobuf.WellKnownTypes;
using Parley.Alerting.Subscriptions;
using Parley.Platform.Grpc;
using Proto = Parley.Protocol.Type.V1;

namespace Parley.Alerting.Api;

/// <summary>Subscriptions as messages, and back with a check of each field.</summary>
internal sealed class SubscriptionMapping(ChannelMapping channels)
{
    private const string Prefix = "subscription";
    private const int LongestName = 200;
    private const int MostLabels = 50;
    private const int LongestLabel = 100;

    public static Proto.Subscription ToProto(Subscription subscription)
    {
        var proto = new Proto.Subscription
        {
            Id = subscription.Id,
            Name = subscription.Name,
            Owner = subscription.Owner,
            Calm = CalmMapping.ToProto(subscription.Calm),
            Paused = subscription.Paused,
            SilencedUntil = subscription.SilencedUntil?.ToTimestamp(),
            CreatedAt = subscription.CreatedAt.ToTimestamp(),
            UpdatedAt = subscription.UpdatedAt.ToTimestamp(),
            FeedSince = subscription.FeedSince?.ToTimestamp(),
        };
        FilterMapping.Write(subscription.Filter, proto);
        foreach (var (key, value) in subscription.Labels.OrderBy(l => l.Key, StringComparer.Ordinal))
            proto.Labels[key] = value;
        proto.Channels.AddRange(subscription.Channels.Select(c => ChannelMapping.ToProto(c, subscription.Id)));
        return proto;
    }

    /// <summary>The filter of a subscription.</summary>
    /// <param name="proto">As the caller gave it.</param>
    /// <param name="field">Its place in the request, for errors.</param>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT that names each field that is wrong.</exception>
    public static SubscriptionFilter ToFilter(Proto.Subscription proto, string field)
    {
        var check = new FieldCheck(field);
        var filter = FilterMapping.Read(proto, check);
        check.Refuse();
        return filter;
    }

    /// <summary>A new subscription.</summary>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT that names each field that is wrong.</exception>
    public Subscription ToNew(Proto.Subscription proto, string id, DateTimeOffset now) =>
        Read(proto, new Subscription { Id = id, CreatedAt = now, UpdatedAt = now }, [], now);

    /// <summary>A subscription with some of its fields changed.</summary>
    /// <param name="stored">As it is.</param>
    /// <param name="proto">With the new values.</param>
    /// <param name="mask">The fields to change.</param>
    /// <param name="now">The time of the change.</param>
    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT that names each field that is wrong.</exception>
    public Subscription ToChanged(Subscription stored, Proto.Subscription proto, FieldMask mask, DateTimeOffset now)
    {
        var check = new FieldCheck("update_mask");
        for (var i = 0; i < mask.Paths.Count; i++)
        {
            if (mask.Paths[i] is "id" or "created_at" or "updated_at" or "feed_since" || Proto.Subscription.Descriptor.FindFieldByName(mask.Paths[i]) is null)
                check.Wrong($"paths[{i}]", $"is {GrpcErrors.Cut(mask.Paths[i])}, which is no field of a subscription that can be changed");
        }

        check.Refuse();
        var merged = ToProto(stored);
        foreach (var path in mask.Paths)
        {
            // A mask of fields replaces lists and messages as a whole, where the library's merge would add to them.
            var field = Proto.Subscription.Descriptor.FindFieldByName(path);
            field.Accessor.Clear(merged);
            if (field.IsMap || field.IsRepeated)
                Copy(field.Accessor.GetValue(proto), field.Accessor.GetValue(merged));
            else if (!field.HasPresence || field.Accessor.HasValue(proto))
                field.Accessor.SetValue(merged, field.Accessor.GetValue(proto));
        }

        return Read(merged, stored, mask.Paths.Contains("channels") ? null : stored.Channels, now) with { UpdatedAt = now };
    }

    private Subscription Read(Proto.Subscription proto, Subscription into, IReadOnlyList<Channel>? keep, DateTimeOffset now)
    {
        var check = new FieldCheck(Prefix);
        if (proto.SilencedUntil is { } silence && !(silence.Seconds is >= 0 and <= 253_402_300_799L && silence.Nanos is >= 0 and < 1_000_000_000))
            check.Wrong("silenced_until", "is not a time");
        var read = into with
        {
            // What is stored was right in its day, and a change of another field is no occasion to refuse it.
            Name = proto.Name == into.Name ? into.Name : check.Line(proto.Name, "name", LongestName),
            Owner = check.Text(proto.Owner, "owner", LongestName),
            Labels = Labels(proto.Labels, check),
            Filter = FilterMapping.Read(proto, check),
            Channels = keep is { Count: > 0 } ? keep : channels.Read(proto.Channels, into.Channels, check),
            Calm = CalmMapping.Read(proto.Calm, check),
            Paused = proto.Paused,
            Pauses = Pauses(into, proto.Paused, now),
        };
        check.Refuse();
        var until = proto.SilencedUntil?.ToDateTimeOffset();
        return read with { SilencedUntil = until > now ? until : null };
    }

    private static IReadOnlyList<Pause> Pauses(Subscription stored, bool paused, DateTimeOffset now)
    {
        if (paused == stored.Paused)
            return stored.Pauses;
        if (paused)
            return [.. stored.Pauses.TakeLast(Pause.Most - 1), new Pause(now, null)];
        // One that was paused before pauses were kept was changed last when it was paused, as far as is known.
        return stored.Pauses is [.., { To: null } open]
            ? [.. stored.Pauses.SkipLast(1), open with { To = now }]
            : [.. stored.Pauses.TakeLast(Pause.Most - 1), new Pause(stored.UpdatedAt, now)];
    }

    private static Dictionary<string, string> Labels(MapField<string, string> labels, FieldCheck check)
    {
        if (labels.Count > MostLabels)
            check.Wrong("labels", $"has {labels.Count} labels, {MostLabels} are allowed");
        foreach (var (key, value) in labels.Take(MostLabels))
        {
            if (key.Length == 0)
                check.Wrong("labels", "has a label without a key");
            check.Text(key, "labels", LongestLabel);
            check.Text(value, "labels", LongestLabel);
        }

        return labels.ToDictionary(l => l.Key, l => l.Value, StringComparer.Ordinal);
    }

    private static void Copy(object from, object into)
    {
        if (into is System.Collections.IDictionary map)
        {
            foreach (System.Collections.DictionaryEntry entry in (System.Collections.IDictionary)from)
                map.Add(entry.Key, entry.Value);
        }
        else
        {
            foreach (var value in (System.Collections.IList)from)
                ((System.Collections.IList)into).Add(value);
        }
    }
}
