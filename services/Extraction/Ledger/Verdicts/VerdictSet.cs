namespace Parley.Extraction.Ledger.Verdicts;

/// <summary>The verdicts that hold, by the mentions that they speak of.</summary>
public sealed class VerdictSet
{
    /// <summary>What keys of verdicts begin with.</summary>
    public const string KeyPrefix = "same:";

    private readonly HashSet<string> falseSteps = new(StringComparer.Ordinal);
    private readonly HashSet<string> falseEntries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(string Other, string Verdict)>> same = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> apart = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Verdict>> pins = new(StringComparer.Ordinal);

    /// <param name="verdicts">Those that have not been withdrawn.</param>
    public VerdictSet(IEnumerable<Verdict> verdicts)
    {
        var pairs = new Dictionary<(string, string), Verdict>();
        foreach (var verdict in verdicts.OrderBy(v => v.MadeAt).ThenBy(v => v.Id, StringComparer.Ordinal))
        {
            if (verdict.Subject is not { } subject) continue;
            switch (verdict)
            {
                case { Kind: VerdictKind.False }:
                    (verdict.OfStep ? falseSteps : falseEntries).Add(subject);
                    break;
                case { Kind: VerdictKind.Pinned }:
                    Of(pins, subject).Add(verdict);
                    break;
                case { Other: { } other } when other != subject:
                    pairs[string.CompareOrdinal(subject, other) < 0 ? (subject, other) : (other, subject)] = verdict;
                    break;
            }
        }

        foreach (var ((one, other), verdict) in pairs)
            if (verdict.Kind == VerdictKind.SameAs)
            {
                Of(same, one).Add((other, verdict.Id));
                Of(same, other).Add((one, verdict.Id));
            }
            else
            {
                Of(apart, one).Add(other);
                Of(apart, other).Add(one);
            }
    }

    /// <summary>No verdicts.</summary>
    public static VerdictSet None { get; } = new([]);

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => same.Count + apart.Count + pins.Count + falseSteps.Count + falseEntries.Count == 0;

    /// <summary>Whether the mention is to be left out.</summary>
    public bool IsFalseStep(string mention) => falseSteps.Contains(mention);

    /// <summary>Whether the entry that holds the mention is to be left out.</summary>
    public bool IsFalseEntry(string mention) => falseEntries.Contains(mention);

    /// <summary>The mentions whose entries are that of the mention.</summary>
    public IReadOnlyList<string> SameAs(string mention) => same.TryGetValue(mention, out var others) ? [.. others.Select(o => o.Other)] : [];

    /// <summary>The mentions that the entry of the mention must not hold.</summary>
    public IReadOnlyList<string> NotSameAs(string mention) => apart.TryGetValue(mention, out var others) ? others : [];

    /// <summary>What is pinned of the entry that holds the mention, in the order in which it was.</summary>
    public IReadOnlyList<Verdict> Pins(string mention) => pins.TryGetValue(mention, out var of) ? of : [];

    /// <summary>Whether a mention's place, or its entry's, depends on where others are.</summary>
    public bool Binds(string mention) => same.ContainsKey(mention) || apart.ContainsKey(mention);

    /// <summary>Keys by which mentions that are the same find each other, beside those of <see cref="Links.BlockingKeys(LedgerMention)"/>.</summary>
    public IEnumerable<string> KeysOf(string mention) => same.TryGetValue(mention, out var others) ? others.Select(o => Key(o.Verdict)) : [];

    /// <summary>The key that a verdict gives to the mentions that it speaks of.</summary>
    public static string Key(string verdict) => KeyPrefix + verdict;

    /// <summary>Whether a key is that of a verdict.</summary>
    internal static bool IsKey(string key) => key.StartsWith(KeyPrefix, StringComparison.Ordinal);

    private static List<T> Of<T>(Dictionary<string, List<T>> lists, string key)
    {
        if (!lists.TryGetValue(key, out var list)) lists[key] = list = [];
        return list;
    }
}
