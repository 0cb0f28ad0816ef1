namespace Parley.Extraction.Ledger.Dossiers;

/// <summary>Ids of dossiers, and the keys by which their entries are found: each dossier's own id, and what only concerns a conflict.</summary>
internal static class DossierId
{
    private const string ConflictPrefix = "conflict:";
    private const string PairPrefix = "pair:";
    private const string AboutPrefix = "about:";
    private const string AmongPrefix = "among:";

    public static string Conflict(string country) => ConflictPrefix + country;

    /// <summary>The key of an entry that is about a country, but does not tell by itself that there is a conflict.</summary>
    public static string About(string country) => AboutPrefix + country;

    /// <summary>One id for both orders, and for a government and its state.</summary>
    public static string Pair(string a, string b)
    {
        var (x, y) = (PartySet.AsState(a), PartySet.AsState(b));
        return string.CompareOrdinal(x, y) < 0 ? $"{PairPrefix}{x}+{y}" : $"{PairPrefix}{y}+{x}";
    }

    /// <summary>The dossier that is meant by one party, the conflict in its country, or by two; null where the two are one.</summary>
    public static string? OfActors(string first, string? second)
    {
        if (second is null) return Conflict(ConflictCountries.Of(first) ?? first);
        return PartySet.AsState(first) == PartySet.AsState(second) ? null : Pair(first, second);
    }

    /// <summary>The key of an entry in which the two parties of a pair take part among others.</summary>
    public static string Among(string pair) => AmongPrefix + pair[PairPrefix.Length..];

    public static bool IsPair(string id) => id.StartsWith(PairPrefix, StringComparison.Ordinal);

    /// <summary>The key is a dossier's own.</summary>
    public static bool IsOfDossier(string key) => !key.StartsWith(AboutPrefix, StringComparison.Ordinal) && !key.StartsWith(AmongPrefix, StringComparison.Ordinal);

    /// <summary>The country of a conflict; null for other ids.</summary>
    public static string? Country(string id) => id.StartsWith(ConflictPrefix, StringComparison.Ordinal) ? id[ConflictPrefix.Length..] : null;

    /// <summary>The keys of a dossier's entries.</summary>
    public static IReadOnlyList<string> Keys(string id) => Country(id) is { } country ? [id, About(country)] : IsPair(id) ? [id, Among(id)] : [id];

    /// <summary>Whether the pair is one of this party's. A party's own id may have a plus sign in it (<c>P5+1</c>), so ids are not taken apart.</summary>
    public static bool IsPairOf(string id, string party) => IsPair(id)
        && (id.AsSpan(PairPrefix.Length).StartsWith(party + "+", StringComparison.Ordinal) || id.EndsWith("+" + party, StringComparison.Ordinal));
}
