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

    /// <summary>
    /// The years that a publication can be of: printed news began in 1605, and dates that are reckoned from a publication must not fall off the
    /// calendar.
    /// </summary>
    private const int FirstYear = 1600;
    private const int LastYear = 2399;

    /// <summary>What <see cref="Parse"/> reads, for errors, to follow a field's name.</summary>
    public const string Fault = "is neither RFC 3339 (2020-06-14T11:08:00+03:00) nor a day (2020-06-14), of the years 1600 to 2399";

    /// <summary>Whether a publication can be of this year.</summary>
    public static bool IsYear(int year) => year is >= FirstYear and <= LastYear;

    /// <summary>Reads a time; null for what is neither, or of no year that <see cref="IsYear"/>. A bare day is its noon in UTC, so that it is the same day nearly everywhere.</summary>
    public static DateTimeOffset? Parse(string text)
    {
        var read = Read(text.Trim());
        return read is { } time && IsYear(time.Year) ? time : null;
    }

    private static DateTimeOffset? Read(string trimmed)
    {
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
