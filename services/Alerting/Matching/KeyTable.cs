namespace Parley.Alerting.Matching;

/// <summary>The keys of an index.</summary>
internal sealed class KeyTable
{
    private readonly Dictionary<string, PostingList> _actors = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string), PostingList> _pairs = [];
    private readonly Dictionary<string, PostingList> _countries = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, PostingList> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PostingList> _topics = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PostingList> _words = new(StringComparer.Ordinal);
    private int _ranks;

    /// <summary>How many there are.</summary>
    public int Count => _actors.Count + _pairs.Count + _countries.Count + _places.Count + _topics.Count + _words.Count;

    /// <summary>The list of a key; null where nobody asks for it.</summary>
    public PostingList? Find(AskedKey key) =>
        key.Dimension == Dimension.Pair ? _pairs.GetValueOrDefault((key.Text, key.Other)) : Named(key.Dimension).GetValueOrDefault(key.Text);

    /// <summary>Adds a key that is not there.</summary>
    public void Add(AskedKey key)
    {
        if (key.Dimension == Dimension.Pair)
            _pairs.Add((key.Text, key.Other), new PostingList(_ranks++, () => _pairs.Remove((key.Text, key.Other))));
        else
            Named(key.Dimension).Add(key.Text, new PostingList(_ranks++, () => Named(key.Dimension).Remove(key.Text)));
    }

    /// <summary>Puts the lists of the keys that a change has into a list, each once, in the order of their ranks.</summary>
    public void Find(ChangeFacts facts, List<PostingList> into)
    {
        var actors = facts.Actors;
        for (var i = 0; i < actors.Count; i++)
        {
            Add(_actors, actors[i], into);
            for (var j = i + 1; j < actors.Count && _pairs.Count > 0; j++)
                AddPair(actors[i], actors[j], into);
        }

        if (facts.Country is { } country)
            Add(_countries, country, into);
        if (facts.Place is { } place)
            Add(_places, place, into);
        for (var i = 0; i < facts.Topics.Count; i++)
            Add(_topics, facts.Topics[i], into);
        if (_words.Count > 0)
            AddWords(facts.Words, into);
    }

    private static void Add(Dictionary<string, PostingList> lists, string key, List<PostingList> into)
    {
        if (lists.TryGetValue(key, out var list))
            Insert(list, into);
    }

    private void AddPair(string one, string other, List<PostingList> into)
    {
        var key = AskedKeys.Pair(one, other);
        if (_pairs.TryGetValue((key.Text, key.Other), out var list))
            Insert(list, into);
    }

    private void AddWords(ReadOnlySpan<char> text, List<PostingList> into)
    {
        var words = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var word in text.Split(' '))
        {
            if (words.TryGetValue(text[word], out var list))
                Insert(list, into);
        }
    }

    /// <summary>There are few, so that the plainest way of sorting does.</summary>
    private static void Insert(PostingList list, List<PostingList> into)
    {
        var at = into.Count;
        while (at > 0 && into[at - 1].Rank > list.Rank)
            at--;
        if (at == 0 || into[at - 1] != list)
            into.Insert(at, list);
    }

    private Dictionary<string, PostingList> Named(Dimension dimension) => dimension switch
    {
        Dimension.Actor => _actors,
        Dimension.Country => _countries,
        Dimension.Place => _places,
        Dimension.Topic => _topics,
        Dimension.Word => _words,
        _ => throw new ArgumentOutOfRangeException(nameof(dimension), dimension, null),
    };
}
