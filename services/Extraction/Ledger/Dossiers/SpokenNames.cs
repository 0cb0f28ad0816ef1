using System.Collections.Frozen;
using Parley.Contracts;
using Parley.Extraction.Analysis;

namespace Parley.Extraction.Ledger.Dossiers;

/// <summary>Parties and countries by the names that a sentence or a title has for them: Knowledge/ledger/spoken-names.tsv, else their usual ones.</summary>
internal static class SpokenNames
{
    /// <summary>Names up to which a sentence tells each.</summary>
    private const int MostNames = 4;

    private static readonly FrozenDictionary<string, string[]> Rows = LedgerKnowledge.Rows("spoken-names.tsv").ToFrozenDictionary(r => r[0], StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Usual =
        KnownActor.All.DistinctBy(a => a.Id).ToFrozenDictionary(a => a.Id, a => a.Name, StringComparer.Ordinal);

    /// <summary>As a sentence calls a party.</summary>
    /// <param name="id">The party.</param>
    /// <param name="told">What it is called where no list has it.</param>
    public static string InSentence(string id, string told) => Rows.TryGetValue(id, out var row) ? row[1] : Usual.GetValueOrDefault(id, told);

    /// <summary>As a title calls a party: without an article.</summary>
    public static string InTitle(string id, string told)
    {
        var name = InSentence(id, told);
        return name.StartsWith("the ", StringComparison.Ordinal) ? name[4..] : name;
    }

    /// <summary>The title of the conflict in a country.</summary>
    public static string OfConflict(string country) =>
        Rows.TryGetValue(country, out var row) && row.Length > 2 ? row[2] : Usual.GetValueOrDefault(country, country);

    /// <summary>A place, with the article that a country's name may want.</summary>
    public static string OfPlace(Place place) => Countries.Code(Telling.Fold(place.Name)) is { } code ? InSentence(code, place.Name) : place.Name;

    /// <summary>Several as one list: "Iran, Russia and Turkey".</summary>
    public static string List(IReadOnlyList<string> names)
    {
        if (names.Count > MostNames) names = [.. names.Take(MostNames - 1), $"{names.Count - MostNames + 1} others"];
        return names.Count > 1 ? $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}" : string.Concat(names);
    }
}
