using System.Globalization;

namespace Parley.Contracts;

/// <summary>Publication times as text: RFC 3339 with the outlet's offset, or a bare day.</summary>
public static class PublicationTime
{
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK",
    ];

    /// <summary>Reads a time; null for what is neither. A bare day is its noon in UTC, so that it is the same day nearly everywhere.</summary>
    public static DateTimeOffset? Parse(string text)
    {
        var trimmed = text.Trim();
        if (DateOnly.TryParseExact(trimmed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return new DateTimeOffset(day, new TimeOnly(12, 0), TimeSpan.Zero);
        return DateTimeOffset.TryParseExact(trimmed, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
    }
}
