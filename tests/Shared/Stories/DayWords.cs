using System.Globalization;

namespace Parley.Tests.Stories;

/// <summary>How outlets name a day.</summary>
internal static class DayWords
{
    /// <summary>With its preposition, if it takes one, and a blank before it: <c> on Monday</c>, <c> tomorrow</c>.</summary>
    public static string Phrase(DateOnly day, DateOnly told, bool ahead, bool byDate, Dice dice)
    {
        var word = Word(day, told, ahead, byDate, dice);
        return word is "today" or "tomorrow" or "yesterday" or "next week" ? $" {word}" : $" on {word}";
    }

    /// <summary>Bare: <c>Monday</c>, <c>June 14</c>.</summary>
    public static string Word(DateOnly day, DateOnly told, bool ahead, bool byDate, Dice dice)
    {
        var days = day.DayNumber - told.DayNumber;
        if (byDate || Math.Abs(days) > 6 || (days < 0 && ahead) || dice.Chance(0.2))
            return days is > 6 and < 14 && !byDate && IsNextWeek(day, told) && dice.Chance(0.3) ? "next week" : Date(day, told, dice);
        var near = days switch { 0 => "today", 1 => "tomorrow", -1 => "yesterday", _ => null };
        if (near is not null && dice.Chance(0.3)) return near;
        if (days > 1 && IsNextWeek(day, told) && dice.Chance(0.1)) return "next week";
        return day.DayOfWeek.ToString();
    }

    /// <summary>With the year where it is another.</summary>
    public static string Date(DateOnly day, DateOnly told, Dice dice)
    {
        var american = dice.Chance(0.6);
        var text = day.ToString(american ? "MMMM d" : "d MMMM", CultureInfo.InvariantCulture);
        if (Math.Abs(day.DayNumber - told.DayNumber) < 100) return text;
        return american ? $"{text}, {day.Year}" : $"{text} {day.Year}";
    }

    private static bool IsNextWeek(DateOnly day, DateOnly told) => Monday(day).DayNumber - Monday(told).DayNumber == 7;

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
