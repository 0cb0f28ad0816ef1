using Parley.Alerting.Pacing;

namespace Parley.Alerting.Delivery;

/// <summary>What is said of several alerts together.</summary>
internal static class DigestText
{
    /// <summary>Such as <c>Libya desk: 3 alerts of quiet hours</c>.</summary>
    public static string Summary(Notice notice)
    {
        var name = notice.Subscription.Name.Length > 0 ? notice.Subscription.Name : "Parley";
        var count = notice.IsSingle ? "1 alert" : $"{notice.Alerts.Count} alerts";
        return notice.Kind switch
        {
            BatchKind.Digest => $"{name}: {count} in this digest",
            BatchKind.Overflow => $"{name}: {count} more than the hour's limit",
            BatchKind.Quiet => $"{name}: {count} of quiet hours",
            _ => $"{name}: {count}",
        };
    }
}
