using Parley.Alerting.Storage;
using Parley.Alerting.Subscriptions;
using Parley.Contracts;

namespace Parley.Alerting.Matching;

/// <summary>What one subscriber is told of the log: what he asked for, and what takes back what he was told.</summary>
internal sealed class Request
{
    private readonly Matcher _matcher;
    private readonly bool _paused;
    private readonly IReadOnlyList<Pause> _pauses = [];

    /// <summary>That of a filter without a subscription.</summary>
    public Request(SubscriptionFilter filter) => _matcher = new Matcher(filter);

    /// <summary>That of a subscription.</summary>
    public Request(Subscription subscription)
    {
        _matcher = new Matcher(subscription.Filter);
        _paused = subscription.Paused;
        _pauses = subscription.Pauses;
        Since = subscription.CreatedAt;
    }

    /// <summary>He was told nothing before.</summary>
    public DateTimeOffset Since { get; init; } = DateTimeOffset.MinValue;

    /// <summary>Whether a row of the log is for him.</summary>
    public bool Wants(LoggedChange row) => !_paused && IsTold(row, row.Facts.TakesBack ? Last(row.Earlier) : null);

    /// <summary>What takes something back goes to those whom it tells otherwise than they were told, whatever they asked for; to others it is news, or nothing.</summary>
    private bool IsTold(LoggedChange row, LedgerChange? last) =>
        !WasPaused(row) && (row.Facts.TakesBack && last is not null ? Belief.IsWrong(last, row.Change) : _matcher.Matches(row.Facts));

    /// <summary>What he was told last of an entry.</summary>
    private LedgerChange? Last(IReadOnlyList<LoggedChange> earlier)
    {
        LedgerChange? last = null;
        foreach (var row in earlier)
        {
            if (row.RaisedAt >= Since && IsTold(row, last))
                last = row.Change;
        }

        return last;
    }

    private bool WasPaused(LoggedChange row)
    {
        for (var i = 0; i < _pauses.Count; i++)
        {
            if (_pauses[i].Holds(row.RaisedAt))
                return true;
        }

        return false;
    }
}
