using Parley.Alerting.Subscriptions;

namespace Parley.Alerting.Matching;

/// <summary>The conditions of an index's subscriptions, equal ones once.</summary>
internal sealed class Conditions
{
    private readonly Dictionary<(string Moves, double Confidence, int Outlets, Severity Severity, bool Further), Condition> _byContent = [];
    private readonly Stack<int> _free = [];

    /// <summary>That of a filter, with one use more; null where it has none.</summary>
    public Condition? Of(SubscriptionFilter filter)
    {
        // Written so that a number which is none is a condition, as it is to the matcher.
        if (filter.Moves.Count == 0 && filter.MinConfidence <= 0 && filter.MinOutlets <= 0)
            return null;
        var rest = Rest(filter);
        var content = Content(rest);
        if (!_byContent.TryGetValue(content, out var condition))
            _byContent.Add(content, condition = new Condition(rest, _free.TryPop(out var slot) ? slot : _byContent.Count));
        condition.Uses++;
        return condition;
    }

    /// <summary>One use less. Its slot is given to another only after the last use.</summary>
    public void Release(Condition condition, SubscriptionFilter filter)
    {
        if (--condition.Uses > 0)
            return;
        _byContent.Remove(Content(Rest(filter)));
        _free.Push(condition.Slot);
    }

    /// <summary>The filter without what keys and bits say.</summary>
    private static SubscriptionFilter Rest(SubscriptionFilter filter) => new()
    {
        Moves = filter.Moves,
        MinConfidence = filter.MinConfidence,
        MinOutlets = filter.MinOutlets,
        MinSeverity = filter.MinOutlets > 0 ? filter.MinSeverity : Severity.Info,
        FurtherSources = filter.MinOutlets <= 0 || filter.FurtherSources,
    };

    private static (string, double, int, Severity, bool) Content(SubscriptionFilter rest) =>
        (string.Join(',', rest.Moves.Select(m => $"{m.From}-{m.To}")), rest.MinConfidence, rest.MinOutlets, rest.MinSeverity, rest.FurtherSources);
}
