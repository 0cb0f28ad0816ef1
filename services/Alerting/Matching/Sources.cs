using Parley.Contracts;

namespace Parley.Alerting.Matching;

/// <summary>Who has told the status that an entry has.</summary>
internal static class Sources
{
    /// <summary>The steps that tell it, one an outlet, in the order of publication.</summary>
    public static IEnumerable<HistoryStep> Of(Entry entry) =>
        entry.History.Where(s => s.Status == entry.Status).DistinctBy(OutletOf, StringComparer.OrdinalIgnoreCase);

    /// <summary>How many outlets tell it. Two reports of one outlet are one source.</summary>
    public static int OutletsOf(Entry entry)
    {
        var outlets = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var step in entry.History)
        {
            if (step.Status == entry.Status)
                outlets.Add(OutletOf(step));
        }

        return outlets.Count;
    }

    /// <summary>Its name, else the host of the article's address, else the article itself.</summary>
    private static string OutletOf(HistoryStep step) =>
        step.Outlet ?? (Uri.TryCreate(step.Url, UriKind.Absolute, out var url) && url.Host.Length > 0 ? url.Host : step.Article);
}
