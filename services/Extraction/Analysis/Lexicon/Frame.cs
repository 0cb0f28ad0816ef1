using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>What a verb or a noun says, in a plain affirmed past, of the talks or the ceasefire that it governs.</summary>
/// <param name="Shape">'t': the event is object or passive subject; 'e': that, or subject of the active; 'i': subject of the active only.</param>
/// <param name="Talks">Null: nothing.</param>
/// <param name="Ceasefire">Null: nothing.</param>
/// <param name="PassesThrough">Only what governs the noun itself decides ("a round of talks").</param>
/// <param name="OnlyDenied">It says something only behind "no": "no point in talks" refuses them.</param>
internal sealed record Frame(char Shape, EntryStatus? Talks, EntryStatus? Ceasefire, bool PassesThrough = false, bool OnlyDenied = false)
{
    public EntryStatus? For(EntryType type) => type == EntryType.Talks ? Talks : Ceasefire;
}
