using System.Globalization;

namespace Parley.Contracts;

/// <summary>Publication times as text: RFC 3339 with the outlet's offset, or a bare day.</summary>
public static class PublicationTime
{
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK",
    ];

    /// <summary>Where a fraction begins, and how many of its digits .NET can hold; RFC 3339 allows any number, and some programs write nine.</summary>
    private const int FractionStart = 20;
    private const int FractionDigits = 7;

    /// <summary>Reads a time; null for what is neither. A bare day is its noon in UTC, so that it is the same day nearly everywhere.</summary>
    public static DateTimeOffset? Parse(string text)
    {
        var trimmed = text.Trim();
        if (DateOnly.TryParseExact(trimmed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return new DateTimeOffset(day, new TimeOnly(12, 0), TimeSpan.Zero);
        // RFC 3339 lets T and Z be small.
        return DateTimeOffset.TryParseExact(Shortened(trimmed.ToUpperInvariant()), Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
    }

    private static string Shortened(string text)
    {
        if (text.Length <= FractionStart || text[FractionStart - 1] != '.')
            return text;
        var end = FractionStart;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        return end <= FractionStart + FractionDigits ? text : text.Remove(FractionStart + FractionDigits, end - FractionStart - FractionDigits);
    }
}
