using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Parley.Contracts;

namespace Parley.Extraction.Ledger;

/// <summary>The mentions of an article that has been corrected: what each version said, and until when.</summary>
public static class ArticleReadings
{
    /// <summary>
    /// Every mention that the article ever made, a function of the set of its versions. What a later version says again, sentence and sense, goes on
    /// as it was; what it says no more ends with it; what it says anew was said when it came. In the order of the versions.
    /// </summary>
    public static IReadOnlyList<LedgerMention> Mentions(IEnumerable<Reading> versions)
    {
        var ended = new List<LedgerMention>();
        var standing = new List<LedgerMention>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var version in versions.OrderBy(v => v.StandsFrom).ThenBy(v => v.VersionId, StringComparer.Ordinal))
        {
            var before = standing.ToLookup(Sense).ToDictionary(g => g.Key, g => new Queue<LedgerMention>(g), StringComparer.Ordinal);
            standing = [.. version.Mentions.Select(m => before.Count > 0 && before.TryGetValue(Sense(m), out var same) && same.TryDequeue(out var going) ? going : Anew(m, version, ids))];
            ended.AddRange(before.Values.SelectMany(q => q).Select(m => m with { Until = version.StandsFrom, UntilReceivedAt = version.ReceivedAt }));
        }

        return [.. ended, .. standing];
    }

    private static LedgerMention Anew(LedgerMention mention, Reading version, HashSet<string> ids)
    {
        // Another version said something else at the same place of its text.
        var id = ids.Add(mention.Id) ? mention.Id : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{mention.Id}:{version.VersionId}")).AsSpan(0, 16));
        ids.Add(id);
        return id == mention.Id ? mention : mention with { Id = id };
    }

    /// <summary>All that a mention says, wherever its sentence stands.</summary>
    private static string Sense(LedgerMention mention) =>
        JsonSerializer.Serialize(mention.Mention with { Evidence = mention.Mention.Evidence with { Start = 0, End = 0 }, Confidence = 0 }, ParleyJson.Line);
}
