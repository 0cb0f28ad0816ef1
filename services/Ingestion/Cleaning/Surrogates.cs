namespace Parley.Ingestion.Cleaning;

/// <summary>Finds text that is not well-formed UTF-16, as a careless JSON escape can make it.</summary>
internal static class Surrogates
{
    /// <summary>Where the first half of a pair without the other stands; null where none does.</summary>
    public static int? FirstLone(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else
                return i;
        }

        return null;
    }
}
