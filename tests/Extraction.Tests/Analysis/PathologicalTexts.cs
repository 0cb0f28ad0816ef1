using System.Globalization;
using System.Text;

namespace Parley.Extraction.Tests.Analysis;

/// <summary>Texts that no outlet prints and that a caller may send, each of whatever length is asked for.</summary>
internal static class PathologicalTexts
{
    // Without an event and somebody who could hold it a text would not be parsed at all.
    private const string Told = "The foreign ministers of Chad and Sudan met in Doha on Monday. ";

    private static readonly string[] States = ["Norway", "Finland", "Chad", "Sudan", "Qatar", "Egypt", "Peru", "Chile", "Japan", "Nepal", "Malta", "Kenya"];

    private static readonly string[] Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    /// <summary>By what is wrong with them: the text, of about so many characters, whose cost must grow as its length does.</summary>
    public static IReadOnlyDictionary<string, Func<int, string>> Linear { get; } = new Dictionary<string, Func<int, string>>
    {
        ["no full stop"] = length => Told + Repeat("the ministers of Chad and Sudan met envoys and the truce was holding while talks went on and ", length),
        ["no full stop, no space"] = length => Told + new string('a', length),
        ["opening brackets"] = length => Told + new string('(', length),
        ["brackets around names"] = length => Told + Repeat("(Chad) [Sudan] ", length),
        ["nested brackets"] = length => Told + new string('(', length / 2) + "met" + new string(')', length / 2),
        ["states only"] = length => Told + Repeat("Chad Sudan Norway Finland ", length),
        ["unknown names only"] = length => Told + Repeat("Orlan Vesterby Tamsin Okolo ", length),
        ["unknown names, each another"] = length => Told + Numbered(length, i => $"Xan{Letters(i)} "),
        ["names in a list"] = length => Told + Repeat("Chad, Sudan, Norway and ", length),
        ["persons with offices"] = length => Told + Repeat("Foreign Minister Orlan Vesterby of Norway, ", length),
        ["numbers only"] = length => Told + Repeat("1999 2000.5 17 ", length),
        ["days only"] = length => Told + Repeat("Monday June 14 2002 yesterday ", length),
        ["one word"] = length => Told + Repeat("peace ", length),
        ["one trigger"] = length => Told + Repeat("met ", length),
        ["one event noun"] = length => Told + Repeat("ceasefire ", length),
        ["one event noun, each of its own sentence"] = length => Told + Repeat("Ceasefire. ", length),
        ["one preposition"] = length => Told + Repeat("of ", length),
        ["nested quotation marks"] = length => Told + Repeat("\u201C", length / 2) + "Chad met Sudan" + Repeat("\u201D", length / 2),
        ["quotations in quotations"] = length => Told + Repeat("\u201CChad said, \u2018Sudan said, ", length),
        ["commas"] = length => Told + new string(',', length),
        ["full stops"] = length => Told + new string('.', length),
        ["full stops apart"] = length => Told + Repeat(". ", length),
        ["hyphens"] = length => Told + Repeat("Chad-Sudan-", length),
        ["apostrophes"] = length => Told + Repeat("Chad's Sudan's ", length),
        ["line breaks"] = length => Told + new string('\n', length),
        ["a word a line"] = length => Told + Repeat("talks\n", length),
        ["one very long line"] = length => Repeat("met in Doha, ", length),
        ["combining marks"] = length => Told + "e" + new string('\u0301', length),
        ["one event, again and again"] = length => Repeat(Told, length),
        ["many events of many pairs"] = length => Numbered(length, i => $"{States[i % 12]} and {States[(i + 1 + (i / 12 % 11)) % 12]} held talks in Oslo on {Days[i % 7]}. "),
        ["one event of each day"] = length => Numbered(
            length, i => string.Create(CultureInfo.InvariantCulture, $"The foreign ministers of Chad and Sudan met on {new DateOnly(1990, 1, 1).AddDays(i):d MMMM yyyy}. ")),
        ["one truce, again and again"] = length => Repeat("The ceasefire between Chad and Sudan took effect on Monday. ", length),
        ["anaphora"] = length => Told + Repeat("The two countries met again and the talks were held. ", length),
        ["clause in clause"] = length => Told + Repeat("who said that Chad, which met Sudan, ", length),
    };

    private static string Repeat(string part, int length) => new StringBuilder(length + part.Length).Insert(0, part, (length / part.Length) + 1).ToString();

    private static string Numbered(int length, Func<int, string> part)
    {
        var text = new StringBuilder(length);
        for (var i = 0; text.Length < length; i++)
            text.Append(part(i));
        return text.ToString();
    }

    private static string Letters(int number) => string.Concat(number.ToString("D5", CultureInfo.InvariantCulture).Select(digit => (char)('a' + digit - '0')));
}
