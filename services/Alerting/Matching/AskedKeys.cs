using Parley.Alerting.Subscriptions;

namespace Parley.Alerting.Matching;

/// <summary>What a filter asks, list by list, as keys.</summary>
internal static class AskedKeys
{
    /// <summary>For each list that is not empty its keys, each once: a change that has none of them is not for the subscription.</summary>
    public static IReadOnlyList<IReadOnlyList<AskedKey>> Of(SubscriptionFilter filter)
    {
        List<IReadOnlyList<AskedKey>> lists = [];
        Add([.. filter.Actors.Select(a => new AskedKey(Dimension.Actor, a)), .. filter.Pairs.Select(Pair)]);
        Add(filter.Places.SelectMany(Places));
        Add(filter.Topics.Select(t => new AskedKey(Dimension.Topic, Folding.Fold(t))));
        Add(filter.Words.Select(w => new AskedKey(Dimension.Word, Longest(Folding.Fold(w)))));
        return lists;

        void Add(IEnumerable<AskedKey> keys)
        {
            if (keys.Distinct().ToList() is { Count: > 0 } asked)
                lists.Add(asked);
        }
    }

    /// <summary>Whether the keys of one list say all that the list asks: a phrase is found by one of its words and asks for all.</summary>
    public static bool SayAll(SubscriptionFilter filter, Dimension dimension) =>
        dimension != Dimension.Word || filter.Words.All(w => !Folding.Fold(w).Contains(' ', StringComparison.Ordinal));

    /// <summary>The key of two participants, in whichever order.</summary>
    public static AskedKey Pair(string one, string other) =>
        string.CompareOrdinal(one, other) <= 0 ? new AskedKey(Dimension.Pair, one, other) : new AskedKey(Dimension.Pair, other, one);

    private static AskedKey Pair(ActorPair pair) => pair.One == pair.Other ? new AskedKey(Dimension.Actor, pair.One) : Pair(pair.One, pair.Other);

    /// <summary>A word may be a country's code as well as a place's name; the likelier one first.</summary>
    private static AskedKey[] Places(string place)
    {
        const int codeLength = 3;
        var (country, name) = (new AskedKey(Dimension.Country, place), new AskedKey(Dimension.Place, Folding.Fold(place)));
        return place.Length == codeLength ? [country, name] : [name, country];
    }

    private static string Longest(string phrase) => phrase.Split(' ').MaxBy(word => word.Length)!;
}
