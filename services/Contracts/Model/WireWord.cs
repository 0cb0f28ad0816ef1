using System.Text.Json;

namespace Parley.Contracts;

/// <summary>The lower-case words that types, kinds and statuses have outside the program.</summary>
public static class WireWord
{
    /// <summary>The word of a value, such as <c>under_way</c>.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => Words<T>.ByValue.TryGetValue(value, out var word) ? word : Words<T>.Make(value);

    /// <summary>The value of a word, whatever its case; false where no value has it.</summary>
    public static bool TryParse<T>(string word, out T value)
        where T : struct, Enum => Words<T>.ByWord.TryGetValue(word.Trim(), out value);

    /// <summary>The value of a word that this program wrote.</summary>
    /// <exception cref="FormatException">No value has it.</exception>
    public static T Parse<T>(string word)
        where T : struct, Enum => TryParse<T>(word, out var value) ? value : throw new FormatException($"'{word}' is no {typeof(T).Name}.");

    /// <summary>Every word of an enum, in the order of its values.</summary>
    public static IEnumerable<string> All<T>()
        where T : struct, Enum => Words<T>.ByValue.Values;

    private static class Words<T>
        where T : struct, Enum
    {
        public static readonly SortedList<T, string> ByValue = new(Enum.GetValues<T>().ToDictionary(v => v, Make));

        public static readonly Dictionary<string, T> ByWord =
            ByValue.ToDictionary(p => p.Value, p => p.Key, StringComparer.OrdinalIgnoreCase);

        public static string Make(T value) => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
    }
}
