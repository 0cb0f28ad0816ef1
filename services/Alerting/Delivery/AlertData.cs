using Parley.Alerting.Matching;
using Parley.Contracts;

namespace Parley.Alerting.Delivery;

/// <summary>What the event of a change carries.</summary>
/// <param name="Headline">One sentence for people: <c>Russia and Turkey put off Sunday's talks on Libya and Syria</c>.</param>
/// <param name="Summary">One line for people: what changed, who, where, when, from which status to which.</param>
/// <param name="Text">A few lines for people: the headline, the sentence that proves it, and whose it is.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Subscription">Whose alert it is; null on the topic exchange, which is everybody's.</param>
/// <param name="Change">What changed, with the entry before and after: participants, place, date, history.</param>
/// <param name="Sources">Who has told the entry's status so far, an outlet each, the first to tell it first.</param>
/// <param name="Links">Where to read more.</param>
internal sealed record AlertData(
    string Headline, string Summary, string Text, Severity Severity, SubscriptionData? Subscription, LedgerChange Change, IReadOnlyList<SourceData> Sources, LinkData Links)
{
    public static AlertData Of(LedgerChange change, SubscriptionData? subscription, LinkMaker links) => new(
        Matching.Headline.Of(change), AlertText.Summary(change), AlertText.Text(change), Severities.Of(change), subscription, change,
        [.. Matching.Sources.Of(change.After).Select(s => new SourceData(s.Outlet, s.Url, s.Article, s.PublishedAt, s.Evidence))], links.Of(change));
}

/// <summary>Whose alert it is.</summary>
internal sealed record SubscriptionData(string Id, string Name);

/// <summary>One who has told the entry's status.</summary>
internal sealed record SourceData(string? Outlet, string? Url, string Article, DateTimeOffset PublishedAt, Evidence Evidence);

/// <summary>Where to read more.</summary>
/// <param name="Entry">The entry on the operator's page; null where he has set none.</param>
/// <param name="Article">The article that caused the change; null where it has no address.</param>
internal sealed record LinkData(string? Entry, string? Article);

/// <summary>What the event of several alerts carries.</summary>
/// <param name="Summary">One line for people.</param>
/// <param name="Reason">Why they go together: group, digest, overflow, quiet.</param>
/// <param name="Subscription">Whose they are.</param>
/// <param name="Alerts">Each as its own event, in the order in which they were raised: what was had before can be told by its id.</param>
internal sealed record DigestData(string Summary, string Reason, SubscriptionData Subscription, IReadOnlyList<CloudEvent<AlertData>> Alerts);
