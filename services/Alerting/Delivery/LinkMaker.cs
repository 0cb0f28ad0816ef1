using Parley.Contracts;

namespace Parley.Alerting.Delivery;

/// <summary>Makes the links of alerts.</summary>
internal sealed class LinkMaker(DeliveryOptions options)
{
    public LinkData Of(LedgerChange change) => new(
        options.LinkBase is { } page ? $"{page.TrimEnd('/')}/entries/{Uri.EscapeDataString(change.MergedInto ?? change.EntryId)}" : null,
        (change.Cause ?? change.After.History[^1]).Url);
}
