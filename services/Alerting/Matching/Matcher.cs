using Parley.Alerting.Subscriptions;
using Parley.Contracts;

namespace Parley.Alerting.Matching;

/// <summary>A filter made ready: lists as sets of bits, names folded. One is made for each subscription and used for every change.</summary>
internal sealed class Matcher
{
    private readonly SubscriptionFilter _filter;
    private readonly uint _types;
    private readonly uint _kinds;
    private readonly uint _statuses;
    private readonly string[] _places;
    private readonly string[] _topics;
    private readonly string[] _words;

    public Matcher(SubscriptionFilter filter)
    {
        _filter = filter;
        _types = Bits(filter.Types);
        _kinds = Bits(filter.Kinds);
        _statuses = Bits(filter.Statuses);
        _places = [.. filter.Places.Select(Folding.Fold)];
        _topics = [.. filter.Topics.Select(Folding.Fold)];
        _words = [.. filter.Words.Select(Folding.Fold)];
    }

    public SubscriptionFilter Filter => _filter;

    /// <summary>Whether a change tells what was asked for. What takes back what was told is not asked here: it goes to those who were told.</summary>
    public bool Matches(ChangeFacts facts) => IsDue(facts) && Fits(facts);

    /// <summary>Whether it is time to tell: at the change that is news, or at the source that makes them enough.</summary>
    public bool IsDue(ChangeFacts facts) =>
        facts.Outlets >= _filter.MinOutlets
        && (facts.Tells || (facts.Confirms && (_filter.FurtherSources || facts.OutletsBefore < _filter.MinOutlets)));

    /// <summary>Whether the entry, as it is after the change, is one that was asked for.</summary>
    public bool Fits(ChangeFacts facts)
    {
        var entry = facts.Change.After;
        return Has(_types, (int)entry.Type) && Has(_kinds, (int)entry.Kind) && Has(_statuses, (int)entry.Status)
            && SeverityOf(facts) >= _filter.MinSeverity && entry.Confidence >= _filter.MinConfidence
            && FitsActors(facts) && FitsMove(facts) && FitsPlace(facts) && FitsTopic(facts) && FitsWords(facts);
    }

    /// <summary>A further source that completes what was asked for weighs as the news that it confirms.</summary>
    private Severity SeverityOf(ChangeFacts facts) =>
        facts.Confirms && _filter.MinOutlets > 1 ? Severities.Of(facts.Change.After) : facts.Severity;

    private bool FitsActors(ChangeFacts facts)
    {
        if (_filter.Actors.Count == 0 && _filter.Pairs.Count == 0)
            return true;
        foreach (var actor in _filter.Actors)
        {
            if (Has(facts.Actors, actor))
                return true;
        }

        foreach (var pair in _filter.Pairs)
        {
            if (Has(facts.Actors, pair.One) && Has(facts.Actors, pair.Other))
                return true;
        }

        return false;
    }

    private bool FitsMove(ChangeFacts facts)
    {
        if (_filter.Moves.Count == 0)
            return true;
        var status = facts.Change.After.Status;
        // The source that completes what was asked for comes after the move that it confirms.
        if (facts.From is null && facts.Change.Before is not null && !(facts.Confirms && _filter.MinOutlets > 1))
            return false;
        foreach (var move in _filter.Moves)
        {
            if ((move.To is null || move.To == status) && (move.From is null || move.From == From(facts)))
                return true;
        }

        return false;
    }

    private static EntryStatus? From(ChangeFacts facts) =>
        facts.From ?? (facts.Confirms ? facts.Change.After.History.LastOrDefault(s => s.Status != facts.Change.After.Status)?.Status : null);

    private bool FitsPlace(ChangeFacts facts)
    {
        if (_places.Length == 0)
            return true;
        for (var i = 0; i < _places.Length; i++)
        {
            if (_places[i] == facts.Place || (facts.Country is { } country && string.Equals(_filter.Places[i], country, StringComparison.OrdinalIgnoreCase)))
                return true;
        }

        return false;
    }

    private bool FitsTopic(ChangeFacts facts)
    {
        if (_topics.Length == 0)
            return true;
        foreach (var topic in _topics)
        {
            if (Has(facts.Topics, topic))
                return true;
        }

        return false;
    }

    private bool FitsWords(ChangeFacts facts)
    {
        if (_words.Length == 0)
            return true;
        foreach (var phrase in _words)
        {
            if (Folding.Holds(facts.Words, phrase))
                return true;
        }

        return false;
    }

    private static bool Has(IReadOnlyList<string> values, string value)
    {
        for (var i = 0; i < values.Count; i++)
        {
            if (string.Equals(values[i], value, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static bool Has(uint bits, int value) => bits == 0 || (bits & (1u << value)) != 0;

    private static uint Bits<T>(IReadOnlyList<T> values)
        where T : struct, Enum => values.Aggregate(0u, (bits, value) => bits | (1u << Convert.ToInt32(value, null)));
}
