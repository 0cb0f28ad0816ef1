using Parley.Contracts;

namespace Parley.Extraction.Ledger;

/// <summary>
/// The order in which mentions are assigned: articles by publication, the mentions of an article the best dated first, since the undated
/// one must not take the place of the dated one. Total, and it knows nothing of arrival.
/// </summary>
internal sealed class Sequence : IComparer<Telling>
{
    private Sequence()
    {
    }

    public static Sequence Instance { get; } = new();

    public int Compare(Telling? x, Telling? y)
    {
        if (ReferenceEquals(x, y)) return 0;
        if (x is null) return -1;
        if (y is null) return 1;
        var order = ByArticle(x, y);
        if (order == 0) order = Vagueness(x).CompareTo(Vagueness(y));
        return order == 0 ? FoldOrder.Instance.Compare(x.Source, y.Source) : order;
    }

    /// <summary>Zero for the mentions of one version of an article.</summary>
    public static int ByArticle(Telling x, Telling y)
    {
        var order = x.Source.PublishedAt.CompareTo(y.Source.PublishedAt);
        return order == 0 ? string.CompareOrdinal(x.Source.ArticleId, y.Source.ArticleId) : order;
    }

    private static int Vagueness(Telling telling) => telling.Span is not { } span ? 10 : IsOldPlan(telling) ? -1 : (int)span.Precision;

    /// <summary>"It met on Saturday. It had been due to open on Thursday": the day that went by finds the plan, and what came of it follows.</summary>
    private static bool IsOldPlan(Telling telling) => telling is { Status: EntryStatus.Postponed, Mention: { Type: EntryType.Talks, Background: true } };
}
