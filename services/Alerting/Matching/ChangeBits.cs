using Parley.Alerting.Subscriptions;

namespace Parley.Alerting.Matching;

/// <summary>
/// What a change is, and what a subscription allows it to be, as bits: type, kind, status, severity and whether it tells or only confirms in the upper
/// ones. A change fits where each bit that it has is allowed. The lower ones belong to the keys that most ask for: see <see cref="PostingList"/>.
/// </summary>
internal static class ChangeBits
{
    /// <summary>How many keys have a bit.</summary>
    public const int Keys = 28;

    /// <summary>The bits of all keys.</summary>
    public const ulong AllKeys = (1UL << Keys) - 1;

    private const int Type = Keys;
    private const int Kind = Type + 2;
    private const int Status = Kind + 13;
    private const int Weight = Status + 15;
    private const int Tells = Weight + 4;
    private const int Confirms = Tells + 1;

    /// <summary>Of a change; 0 where it tells nothing and confirms nothing, so that it matches nobody.</summary>
    public static ulong Of(ChangeFacts facts)
    {
        if (!facts.Tells && !facts.Confirms)
            return 0;
        var entry = facts.Change.After;
        return Bit(Type, (int)entry.Type) | Bit(Kind, (int)entry.Kind) | Bit(Status, (int)entry.Status) | Bit(Weight, (int)facts.Severity)
            | Bit(facts.Tells ? Tells : Confirms, 0);
    }

    /// <summary>All that a filter allows, and each bit of the keys.</summary>
    public static ulong AllowedBy(SubscriptionFilter filter)
    {
        var bits = AllKeys | Any(filter.Types, Type, Kind) | Any(filter.Kinds, Kind, Status) | Any(filter.Statuses, Status, Weight) | Bit(Tells, 0);
        // Whoever waits for a second source is told at the change that confirms, which weighs as what it confirms: see Matcher.
        if (filter.MinOutlets > 0)
            return bits | Between(Weight, Tells) | Bit(Confirms, 0);
        return bits | Between(Weight + (int)filter.MinSeverity, Tells) | (filter.FurtherSources ? Bit(Confirms, 0) : 0);
    }

    private static ulong Any<T>(IReadOnlyList<T> values, int from, int to)
        where T : struct, Enum => values.Count == 0 ? Between(from, to) : values.Aggregate(0UL, (bits, value) => bits | Bit(from, Convert.ToInt32(value, null)));

    private static ulong Bit(int from, int value) => 1UL << (from + value);

    private static ulong Between(int from, int to) => (1UL << to) - (1UL << from);
}
