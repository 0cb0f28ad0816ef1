namespace Parley.Alerting.Matching;

/// <summary>Names in a row, as people list them.</summary>
internal static class NameList
{
    /// <summary>So many and no more are named in a headline.</summary>
    private const int Most = 4;

    /// <summary>"Russia, Syria and Turkey".</summary>
    public static string Of(IReadOnlyList<string> names) => names.Count switch
    {
        0 => "",
        1 => names[0],
        2 => $"{names[0]} and {names[1]}",
        _ => $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}",
    };

    /// <summary>"Russia, Syria, Turkey and 2 others".</summary>
    public static string Short(IReadOnlyList<string> names) =>
        names.Count > Most ? $"{string.Join(", ", names.Take(Most - 1))} and {names.Count - Most + 1} others" : Of(names);
}
