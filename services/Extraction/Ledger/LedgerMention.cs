using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Parley.Contracts;

namespace Parley.Extraction.Ledger;

/// <summary>A mention with what the ledger needs to know of its article.</summary>
public sealed record LedgerMention
{
    private Derived<Telling> telling;

    /// <summary>Stable id, made by <see cref="IdOf"/>.</summary>
    public required string Id { get; init; }

    /// <summary>The article that it stands in.</summary>
    public required string ArticleId { get; init; }

    /// <summary>The article's version that said it first, in which the evidence's offsets count; null where it never said which.</summary>
    public string? Version { get; init; }

    /// <summary>When that version was published, with its outlet's offset.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>When that version reached Parley. Decides over news, never over the ledger.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>From when on the article no longer says it, having been corrected or withdrawn; null where it still does.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>When the version that no longer says it reached Parley; null where there is none.</summary>
    public DateTimeOffset? UntilReceivedAt { get; init; }

    /// <summary>How the article came.</summary>
    public required Intake Intake { get; init; }

    /// <summary>The article's outlet; null where unknown.</summary>
    public string? Outlet { get; init; }

    /// <summary>The article's address; null where unknown.</summary>
    public string? Url { get; init; }

    /// <summary>What the passage says.</summary>
    public required Mention Mention { get; init; }

    /// <summary>The mention as it is compared where no verdict speaks of it, worked out once. A copy works out its own.</summary>
    internal Telling Telling
    {
        get
        {
            if (telling.Value is not { } known || !ReferenceEquals(known.Source, this)) telling.Value = known = new Telling(this);
            return known;
        }
    }

    /// <summary>
    /// The id of a mention: 32 hexadecimal digits, a function of the article, the evidence's offsets, the type, and an ordinal that tells
    /// several mentions of one type in one sentence apart.
    /// </summary>
    public static string IdOf(string articleId, Evidence evidence, EntryType type, int ordinal)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{evidence.Start}:{evidence.End}:{WireWord.Of(type)}:{ordinal}:{articleId}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));
    }

    /// <summary>The mentions of one article, in the order that its analysis gave them, each with its id.</summary>
    public static IReadOnlyList<LedgerMention> Of(Article article, IEnumerable<Mention> mentions)
    {
        var seen = new Dictionary<(int, int, EntryType), int>();
        var all = new List<LedgerMention>();
        foreach (var mention in mentions)
        {
            var passage = (mention.Evidence.Start, mention.Evidence.End, mention.Type);
            var ordinal = seen[passage] = seen.GetValueOrDefault(passage, -1) + 1;
            all.Add(new LedgerMention
            {
                Id = IdOf(article.Id, mention.Evidence, mention.Type, ordinal),
                ArticleId = article.Id,
                Version = article.VersionId,
                PublishedAt = article.StandsFrom,
                ReceivedAt = article.ReceivedAt,
                Intake = article.Intake,
                Outlet = article.Outlet,
                Url = article.Url,
                Mention = mention,
            });
        }

        return all;
    }
}
