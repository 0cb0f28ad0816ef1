using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>Applies force to a status: what "agreed to hold", "refused to sign" or "wants to extend" makes of held, agreed, extended.</summary>
internal static class StatusRules
{
    public static EntryStatus? Apply(EntryType type, EntryStatus plain, Force force) =>
        type == EntryType.Talks ? Talks(plain, force) : Ceasefire(plain, force);

    private static EntryStatus? Talks(EntryStatus plain, Force force) => plain switch
    {
        EntryStatus.Held or EntryStatus.UnderWay => force switch
        {
            Force.Do => plain,
            Force.Begin or Force.Continue => EntryStatus.UnderWay,
            Force.Plan => EntryStatus.Planned,
            Force.Ask or Force.Wish or Force.Offer or Force.Try => EntryStatus.Proposed,
            Force.Refuse => EntryStatus.Rejected,
            Force.Fail => EntryStatus.Cancelled,
            Force.Stop => EntryStatus.Suspended,
            _ => null,
        },
        EntryStatus.Planned => force switch
        {
            Force.Do or Force.Plan or Force.Begin or Force.Continue => EntryStatus.Planned,
            Force.Ask or Force.Wish or Force.Offer or Force.Try => EntryStatus.Proposed,
            Force.Refuse => EntryStatus.Rejected,
            Force.Fail => EntryStatus.Suspended,
            _ => null,
        },
        EntryStatus.Proposed => force is Force.Do or Force.Plan or Force.Continue or Force.Wish or Force.Ask or Force.Offer ? EntryStatus.Proposed : null,
        EntryStatus.Rejected => force is Force.Do or Force.Plan or Force.Continue ? EntryStatus.Rejected : null,

        // Who asks to put a meeting off does not come to it on the day.
        EntryStatus.Postponed => force is Force.Do or Force.Plan or Force.Continue or Force.Begin or Force.Ask or Force.Offer ? plain : null,
        _ => force is Force.Do or Force.Plan or Force.Continue or Force.Begin ? plain : null,
    };

    private static EntryStatus? Ceasefire(EntryStatus plain, Force force) => plain switch
    {
        EntryStatus.Agreed or EntryStatus.InForce => force switch
        {
            Force.Do or Force.Begin => plain,
            Force.Continue => plain == EntryStatus.Agreed ? EntryStatus.Agreed : EntryStatus.InForce,
            Force.Plan => EntryStatus.Agreed,
            Force.Ask or Force.Wish or Force.Try => EntryStatus.CalledFor,
            Force.Offer => EntryStatus.Proposed,
            Force.Refuse => EntryStatus.Rejected,
            Force.Fail => EntryStatus.Collapsed,
            Force.Stop => EntryStatus.Suspended,
            Force.Not => plain == EntryStatus.InForce ? EntryStatus.Violated : null,
            _ => null,
        },
        EntryStatus.Extended => force switch
        {
            Force.Do or Force.Plan or Force.Begin or Force.Continue => EntryStatus.Extended,
            Force.Ask or Force.Wish or Force.Offer or Force.Try => EntryStatus.Proposed,
            Force.Refuse or Force.Fail => EntryStatus.Collapsed,
            _ => null,
        },
        EntryStatus.CalledFor or EntryStatus.UnderNegotiation => force is Force.Do or Force.Plan or Force.Continue or Force.Begin or Force.Wish or Force.Ask or Force.Try
            ? plain : force is Force.Refuse ? EntryStatus.Rejected : force is Force.Offer ? EntryStatus.Proposed : null,
        EntryStatus.Proposed => force is Force.Do or Force.Plan or Force.Continue or Force.Offer ? EntryStatus.Proposed : force is Force.Wish or Force.Ask ? EntryStatus.CalledFor : null,
        EntryStatus.Rejected => force is Force.Do or Force.Plan or Force.Continue ? EntryStatus.Rejected : null,
        EntryStatus.Violated => force is Force.Do or Force.Continue or Force.Begin ? EntryStatus.Violated : null,
        _ => force is Force.Do or Force.Plan or Force.Continue or Force.Begin ? plain : null,
    };

    /// <summary>What is left of a step that someone rejects, asks for or announces: "rejected calls for a truce", "called for a resumption".</summary>
    public static EntryStatus? Under(EntryType type, EntryStatus? outer, EntryStatus inner) => outer switch
    {
        EntryStatus.Rejected => inner is EntryStatus.Suspended or EntryStatus.Collapsed or EntryStatus.Violated or EntryStatus.Postponed or EntryStatus.Cancelled ? null
            : inner == EntryStatus.Extended ? EntryStatus.Collapsed : EntryStatus.Rejected,
        EntryStatus.CalledFor or EntryStatus.Proposed => Apply(type, inner, outer == EntryStatus.Proposed && type == EntryType.Ceasefire ? Force.Offer : Force.Wish),
        EntryStatus.Planned => Apply(type, inner, Force.Plan),
        _ => inner,
    };
}
