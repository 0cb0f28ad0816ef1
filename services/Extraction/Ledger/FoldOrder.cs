using System.Text.Json;
using Parley.Contracts;

namespace Parley.Extraction.Ledger;

/// <summary>
/// The order in which mentions are folded: publication time, article, place in the text, type, id. It is total and knows nothing of
/// arrival, so that the ledger does not depend on it either.
/// </summary>
public sealed class FoldOrder : IComparer<LedgerMention>
{
    private FoldOrder()
    {
    }

    /// <summary>The order.</summary>
    public static FoldOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(LedgerMention? x, LedgerMention? y)
    {
        if (ReferenceEquals(x, y)) return 0;
        if (x is null) return -1;
        if (y is null) return 1;
        var order = x.PublishedAt.CompareTo(y.PublishedAt);
        if (order == 0) order = string.CompareOrdinal(x.ArticleId, y.ArticleId);
        if (order == 0) order = x.Mention.Evidence.Start.CompareTo(y.Mention.Evidence.Start);
        if (order == 0) order = x.Mention.Type.CompareTo(y.Mention.Type);
        // "After he had called it off, he put it back": of one sentence the context comes first.
        if (order == 0) order = y.Mention.Background.CompareTo(x.Mention.Background);
        if (order == 0) order = string.CompareOrdinal(x.Id, y.Id);
        return order;
    }

    /// <summary>The mentions in this order, each id once: of several with one id the first received stands.</summary>
    public static LedgerMention[] Sort(IEnumerable<LedgerMention> mentions)
    {
        var byId = new Dictionary<string, LedgerMention>(StringComparer.Ordinal);
        foreach (var mention in mentions)
            if (!byId.TryGetValue(mention.Id, out var known) || Precedes(mention, known)) byId[mention.Id] = mention;
        var sorted = byId.Values.ToArray();
        Array.Sort(sorted, Instance);
        return sorted;
    }

    /// <summary>Whether two mentions are the same in everything.</summary>
    internal static bool AreAlike(LedgerMention one, LedgerMention other) => ReferenceEquals(one, other) || Json(one) == Json(other);

    private static bool Precedes(LedgerMention mention, LedgerMention known) =>
        !ReferenceEquals(mention, known)
        && mention.ReceivedAt.CompareTo(known.ReceivedAt) is var order
        && (order < 0 || (order == 0 && string.CompareOrdinal(Json(mention), Json(known)) < 0));

    private static string Json(LedgerMention mention) => JsonSerializer.Serialize(mention, ParleyJson.Line);
}
