namespace Parley.Extraction.Analysis;

/// <summary>The kinds of phrases that a word can stand in.</summary>
[Flags]
internal enum Phrases : byte
{
    None = 0,
    Name = 1,
    Office = 1 << 1,
    Event = 1 << 2,
    Sign = 1 << 3,

    /// <summary>A name that stands in small letters too ("rebels of the north"); of others the first letter is a capital.</summary>
    LowerName = 1 << 4,
}
