namespace Parley.Contracts.Messages;

/// <summary>
/// The queues of the services, part of the contract: whoever publishes declares them too, so that a message waits for a service that has never
/// run yet instead of being thrown away by the broker.
/// </summary>
public static class Queues
{
    /// <summary>Articles that Extraction is to read.</summary>
    public const string ExtractionArticleIngested = "extraction.article-ingested";

    /// <summary>Articles that Search is to index.</summary>
    public const string SearchArticleIngested = "search.article-ingested";

    /// <summary>Changed talks that Search is to index.</summary>
    public const string SearchTalksChanged = "search.talks-changed";

    /// <summary>Changed ceasefires that Search is to index.</summary>
    public const string SearchCeasefireChanged = "search.ceasefire-changed";

    /// <summary>Changed talks that Alerting may alert to.</summary>
    public const string AlertingTalksChanged = "alerting.talks-changed";

    /// <summary>Changed ceasefires that Alerting may alert to.</summary>
    public const string AlertingCeasefireChanged = "alerting.ceasefire-changed";

    /// <summary>Each message with the queues that take it.</summary>
    public static IReadOnlyDictionary<Type, IReadOnlyList<string>> Of { get; } = new Dictionary<Type, IReadOnlyList<string>>
    {
        [typeof(ArticleIngested)] = [ExtractionArticleIngested, SearchArticleIngested],
        [typeof(TalksChanged)] = [SearchTalksChanged, AlertingTalksChanged],
        [typeof(CeasefireChanged)] = [SearchCeasefireChanged, AlertingCeasefireChanged],
    };
}
