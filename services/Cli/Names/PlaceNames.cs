using Parley.Extraction.Analysis;

namespace Parley.Cli.Names;

/// <summary>Places and topics as people type them, and as the services know them: countries by code as places and by name as topics.</summary>
internal static class PlaceNames
{
    /// <summary>
    /// What a place that was typed stands for. A country is its code, whatever name of it was typed; any other place goes by its name, and one that no list
    /// has may be in the news all the same.
    /// </summary>
    public static KnownName Resolve(string typed)
    {
        var folded = KnownActor.Fold(typed);
        if (Country(folded) is { } country)
            return new KnownName(country.Code, country.Code == typed ? null : $"{typed} is {country.Code} ({country.Name})");
        return new KnownName(typed, KnownCountry.All.SelectMany(c => c.Places).Any(p => KnownActor.Fold(p) == folded)
            ? null
            : Guesses.Remark("place", typed, folded, Told.Concat(KnownCountry.All.SelectMany(c => c.Places).Select(p => (p, (IEnumerable<string>)[KnownActor.Fold(p)])))));
    }

    /// <summary>What a topic that was typed stands for. A country is its usual name; topics that no list has are rare, and taken as they are.</summary>
    public static KnownName ResolveTopic(string typed)
    {
        var folded = KnownActor.Fold(typed);
        if (Country(folded) is { } country)
            return new KnownName(country.Name, KnownActor.Fold(country.Name) == folded ? null : $"{typed} is {country.Name}");
        return new KnownName(typed, Guesses.Remark("topic", typed, folded, KnownCountry.All.Select(c => (c.Name, (IEnumerable<string>)c.Names))));
    }

    private static IEnumerable<(string Told, IEnumerable<string> Names)> Told => KnownCountry.All.Select(c => ($"{c.Code} ({c.Name})", (IEnumerable<string>)c.Names));

    private static KnownCountry? Country(string folded) =>
        KnownCountry.All.FirstOrDefault(c => KnownActor.Fold(c.Code) == folded) ?? KnownCountry.All.FirstOrDefault(c => c.Names.Contains(folded));
}
