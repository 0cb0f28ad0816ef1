using System.Collections.Frozen;
using Parley.Contracts;

namespace Parley.Alerting.Matching;

/// <summary>How places and countries are written in a sentence.</summary>
internal static class PlaceNames
{
    private static readonly FrozenSet<string> Articled = TabbedFile.Rows("with-article.tsv").Select(p => p[0]).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Countries = TabbedFile.Rows("countries.tsv").ToFrozenDictionary(p => p[0], p => p[1], StringComparer.Ordinal);

    /// <summary>"Manila", "the Philippines".</summary>
    public static string WithArticle(string name) => Articled.Contains(name) ? $"the {name}" : name;

    /// <summary>The usual English name of the country that a place lies in; null where it is not known.</summary>
    public static string? Country(Place place) => place.Country is { } code ? Countries.GetValueOrDefault(code) : null;

    /// <summary>"Manila, Philippines".</summary>
    public static string Full(Place place) => Country(place) is { } country && country != place.Name ? $"{place.Name}, {country}" : place.Name;
}
