using Parley.Contracts;

namespace Parley.Extraction.Ledger;

/// <summary>Steps of a history and the mentions that make them.</summary>
internal static class HistorySteps
{
    public static HistoryStep Of(LedgerMention mention) => new()
    {
        Status = mention.Mention.Status,
        PublishedAt = mention.PublishedAt,
        Article = mention.ArticleId,
        Version = mention.Version,
        Outlet = mention.Outlet,
        Url = mention.Url,
        Background = mention.Mention.Background,
        Evidence = mention.Mention.Evidence,
    };

    /// <summary>Tells a step from others of the ledger's.</summary>
    public static (string Article, int Start, int End, EntryStatus Status) Key(HistoryStep step) =>
        (step.Article, step.Evidence.Start, step.Evidence.End, step.Status);
}
