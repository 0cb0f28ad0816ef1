using Parley.Alerting.Storage;
using Parley.Alerting.Subscriptions;

namespace Parley.Alerting.Matching;

/// <summary>What one subscriber is told of the log: what he asked for, and what takes back what he was told.</summary>
internal sealed class Request
{
    private readonly Matcher _matcher;
    private readonly bool _paused;

    /// <summary>That of a filter without a subscription.</summary>
    public Request(SubscriptionFilter filter) => _matcher = new Matcher(filter);

    /// <summary>That of a subscription.</summary>
    public Request(Subscription subscription)
    {
        _matcher = new Matcher(subscription.Filter);
        _paused = subscription.Paused;
        Since = subscription.CreatedAt;
    }

    /// <summary>He was told nothing before.</summary>
    public DateTimeOffset Since { get; init; } = DateTimeOffset.MinValue;

    /// <summary>Whether a row of the log is for him.</summary>
    public bool Wants(LoggedChange row) => !_paused && (_matcher.Matches(row.Facts) || (row.Facts.TakesBack && WasTold(row)));

    /// <summary>A correction goes to those who were told what it corrects, whatever they asked for, and to no one else.</summary>
    private bool WasTold(LoggedChange row)
    {
        foreach (var earlier in row.Earlier)
        {
            if (earlier.RaisedAt >= Since && _matcher.Matches(earlier.Facts))
                return true;
        }

        return false;
    }
}
