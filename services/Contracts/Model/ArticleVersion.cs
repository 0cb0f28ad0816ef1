using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Parley.Contracts;

/// <summary>The versions of one article: which is which, and in what order they stand. Neither depends on the order in which they arrived.</summary>
public static class ArticleVersion
{
    private const int IdLength = 16;

    /// <summary>
    /// The id of a version: the first 16 hexadecimal digits of the SHA-256 of the article's id, the time from which the version stands (microseconds since
    /// 1970), its title and its text, in UTF-8 with a NUL between them.
    /// </summary>
    public static string IdOf(Article article)
    {
        var since = (article.StandsFrom - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        var content = string.Join('\0', article.Id, since.ToString(CultureInfo.InvariantCulture), article.Title, article.Text);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))[..IdLength];
    }

    /// <summary>
    /// The order of an article's versions, the last of which stands: by the time from which they do, and of two of one moment by their ids. Negative where
    /// the one is earlier than the other, 0 where they are the same.
    /// </summary>
    public static int Compare(Article one, Article other)
    {
        var byTime = one.StandsFrom.CompareTo(other.StandsFrom);
        return byTime != 0 ? byTime : string.CompareOrdinal(one.VersionId ?? IdOf(one), other.VersionId ?? IdOf(other));
    }

    /// <summary>Whether two versions say the same, whenever each did: one that says what the version before it said changes nothing.</summary>
    public static bool SaysTheSame(Article one, Article other) =>
        one.Withdrawn == other.Withdrawn && one.Title == other.Title && one.Text == other.Text;
}
