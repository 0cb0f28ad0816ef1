using System.Collections.Frozen;
using Parley.Contracts;

namespace Parley.Alerting.Matching;

/// <summary>What a headline can tell of a change, each worked out only where its template asks for it. What is not known is empty.</summary>
internal sealed class HeadlineFacts
{
    private static readonly FrozenDictionary<string, Func<HeadlineFacts, string>> All = new Dictionary<string, Func<HeadlineFacts, string>>
    {
        ["subject"] = f => f.Subject(),
        ["noun"] = f => f._nouns.Noun,
        ["a noun"] = f => f._nouns.WithArticle,
        ["parties"] = f => NameList.Short(f._parties),
        ["guests"] = f => NameList.Short([.. f._parties.Where(p => p != f._host)]),
        ["host"] = f => PlaceNames.WithArticle(f._host ?? ""),
        ["by"] = f => f.By(),
        ["status"] = f => WireWord.Of(f._entry.Status).Replace('_', ' '),
        ["place"] = f => PlaceNames.WithArticle(f._entry.Place?.Name ?? ""),
        ["where"] = f => f.Where(),
        ["topics"] = f => f.Topics(" on "),
        ["over"] = f => f.Topics(" over "),
        ["when"] = f => f.When(),
        ["for"] = f => f.Start(" for "),
        ["from"] = f => f._entry.Start is { } start && f._days.IsToCome(start) ? f.Start(" from ") : f.When(),
        ["since"] = f => f._entry.Start is { } start && f._days.IsToCome(start) ? f.Start(" from ") : f.Start(" since "),
        ["until"] = f => f._entry.End is { } end ? $" until {f._days.Day(end)}" : "",
        ["day's"] = f => f.NearDayGivenUp() is { } day ? $"{day.DayOfWeek}'s " : "",
        ["day's noun"] = f => f.NearDayGivenUp() is { } day ? $"{day.DayOfWeek}'s {f._nouns.Noun}" : f._nouns.WithArticle,
        ["set"] = f => f.GivenUp() is var (day, precision) && f.NearDayGivenUp() is null ? $" set for {f._days.Span(day, precision)}" : "",
        ["to"] = f => f.IsMoved ? f.Start(" until ") : "",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly LedgerChange _change;
    private readonly Entry _entry;
    private readonly HeadlineNouns _nouns;
    private readonly HeadlineDays _days;
    private readonly List<string> _parties = [];
    private readonly string? _host;

    public HeadlineFacts(LedgerChange change)
    {
        (_change, _entry) = (change, change.After);
        (_nouns, _days) = (HeadlineNouns.ByKind[_entry.Kind], HeadlineDays.Of(change));
        foreach (var participant in _entry.Participants)
        {
            if (participant.Role == ParticipantRole.Party)
                _parties.Add(participant.Name);
        }

        if (_nouns.Received is not null)
            _host = Host();
    }

    public bool HasSeveralParties => _parties.Count > 1;

    /// <summary>Its old day was known, and now it has a later one: not because the old one was an error.</summary>
    private bool IsMoved => !IsCorrection && _change.Before?.Start is { } before && _entry.Start > before;

    private bool IsCorrection => _change.Reason is ChangeReason.Correction or ChangeReason.Verdict;

    /// <exception cref="InvalidOperationException">There is no such fact.</exception>
    public static Func<HeadlineFacts, string> Named(string name) => All.GetValueOrDefault(name) ?? throw new InvalidOperationException($"A headline has no {{{name}}}.");

    private string Subject() => (_parties.Count switch
    {
        0 => _host is null ? _nouns.None : _nouns.Hosted!,
        1 when _host == _parties[0] => _nouns.Hosted!,
        1 when _host is null && _entry.Place?.Country is not null => _nouns.Abroad ?? _nouns.One,
        1 when _host is null => _nouns.One,
        _ => _host is null ? _nouns.Several : _nouns.Received!,
    }).Fill(this);

    /// <summary>Who is visited: the party in whose country the place lies, else who gives the place.</summary>
    private string? Host() =>
        (_entry.Participants.FirstOrDefault(p => p.Role == ParticipantRole.Party && p.Id == _entry.Place?.Country)
        ?? _entry.Participants.FirstOrDefault(p => p.Role == ParticipantRole.Host))?.Name;

    private string By()
    {
        var mediators = _entry.Participants.Where(p => p.Role == ParticipantRole.Mediator).Select(p => p.Name).ToList();
        return mediators.Count == 0 ? "" : $" by {NameList.Short(mediators)}";
    }

    private string Where()
    {
        if (_entry.Kind == EntryKind.Call)
            return "";
        if (_entry.Place is not { } place)
            return _entry.Type == EntryType.Ceasefire && _parties.Count == 0 ? Topics(" in ") : "";
        var isSaid = place.Name == _host || (_parties.Count == 1 && (place.Name == _parties[0] || (_nouns.Abroad is not null && _host is null && place.Country is not null)));
        return isSaid ? "" : $" in {PlaceNames.WithArticle(place.Name)}";
    }

    /// <summary>A topic that is one of the participants, or where it is, needs no second naming.</summary>
    private string Topics(string preposition)
    {
        if (_entry.Topics.Count == 0)
            return "";
        var country = _entry.Place is { } place ? PlaceNames.Country(place) : null;
        var topics = _entry.Topics.Where(t => t != country && t != _entry.Place?.Name && !_entry.Participants.Any(p => p.Name == t)).Take(3).Select(PlaceNames.WithArticle).ToList();
        return topics.Count == 0 ? "" : preposition + NameList.Of(topics);
    }

    private string When() => Start(_entry.StartPrecision is null or DatePrecision.Day ? " on " : " in ");

    private string Start(string preposition) => _entry.Start is { } start ? preposition + _days.Span(start, _entry.StartPrecision) : "";

    /// <summary>
    /// The day that was given up. What is put off has the day that it was planned for, until it is told a new one: of what had been put off before, the day that it has
    /// may be either.
    /// </summary>
    private (DateOnly Day, DatePrecision? Precision)? GivenUp() => _change.Before switch
    {
        { Start: { } planned } before when IsMoved && _entry.Status == EntryStatus.Postponed => (planned, before.StartPrecision),
        { Status: EntryStatus.Postponed } when _entry.Status == EntryStatus.Postponed && !IsCorrection => null,
        _ => _entry.Start is { } start ? (start, _entry.StartPrecision) : null,
    };

    private DateOnly? NearDayGivenUp() =>
        GivenUp() is ({ } day, null or DatePrecision.Day) && _days.IsNear(day) ? day : null;
}
