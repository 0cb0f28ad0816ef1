namespace Parley.Interop.Tests;

/// <summary>Texts to send there and back.</summary>
internal static class Texts
{
    /// <summary>Of one, two, three and four bytes a character, with the line ends of several systems.</summary>
    public const string Unicode = "Çavuşoğlu’s trip — “off”.\r\n\tSaid twice. 😀";

    /// <summary>Well below the limit, and far above one frame of HTTP/2.</summary>
    public static string Large { get; } = string.Join(' ', Enumerable.Repeat("Nothing was heard of the talks today.", 20_000));
}
