using Parley.Contracts;

namespace Parley.Extraction.Ledger.Dossiers;

/// <summary>Ceasefires in the words of a desk.</summary>
/// <param name="today">The day from which they are seen.</param>
internal sealed class CeasefireWording(DateOnly today)
{
    private readonly DayWords days = new(today);

    /// <summary>"ceasefire in force since 12 June, breach reported on 14 June".</summary>
    /// <param name="s">A ceasefire that is more than wished for.</param>
    /// <param name="named">Say whose it is.</param>
    public string State(Standing s, bool named)
    {
        var text = s.Days is { } told && Starts(s) is { } start
            ? $"{Noun(s, named)} {start} {days.Of(told.First, told.Precision)}{Limit(s)}{Silence(s)}"
            : $"{Noun(s, named, dated: true)} {Stage(s)}{(s.Status == EntryStatus.Collapsed ? "" : Limit(s))}{days.Reported(s.Step.PublishedAt)}{(IsSilent(s) && !IsLast(s) ? LastReported(s) : "")}";
        return text + Dispute(s);
    }

    /// <summary>"ceasefire called for by Turkey (reported 24 July)".</summary>
    /// <param name="s">A ceasefire that is only wished for, or refused.</param>
    /// <param name="named">Say between whom.</param>
    public string Effort(Standing s, bool named)
    {
        var by = Callers(s) is { Length: > 0 } callers ? " by " + callers : "";
        var noun = Noun(s, named && !IsByItsOnlyParty(s));
        var text = s.Status switch
        {
            EntryStatus.UnderNegotiation => $"{noun} under negotiation since {days.Of(s.Since)}{(IsSilent(s) && !IsLast(s) ? LastReported(s) : "")}",
            EntryStatus.Proposed => $"{noun} proposed{by}{days.Reported(s.Step.PublishedAt)}",
            EntryStatus.Rejected => $"{noun} rejected{by}{days.Reported(s.Step.PublishedAt)}",
            _ => $"{noun} called for{by}{days.Reported(s.Step.PublishedAt)}",
        };
        return text + Dispute(s);
    }

    /// <summary>How it goes on from its first day, where that is what is known of it; null where more is.</summary>
    private string? Starts(Standing s)
    {
        if (s.WasBroken || s.Days is not { } told || s.Status is not (EntryStatus.Agreed or EntryStatus.InForce)) return null;
        if (told.First > today) return "agreed, to take effect on";
        // Nobody has said since that it did.
        if (told is { Precision: DatePrecision.Day } && told.First > Standing.Day(s.LastReported)) return "agreed, was to take effect on";
        if (s.Status == EntryStatus.InForce) return "in force since";
        return told.Precision == DatePrecision.Day ? "agreed on" : "agreed in";
    }

    private static string Stage(Standing s) => s.Status switch
    {
        EntryStatus.Agreed => "agreed",
        EntryStatus.InForce => s.WasBroken ? "in force again after a breach" : "in force",
        EntryStatus.Extended => "extended",
        EntryStatus.Violated => "breached",
        EntryStatus.Suspended => "suspended",
        _ => "collapsed",
    };

    /// <summary>Where a text names its last day. Of two neighbouring days the second is that of the midnight between them.</summary>
    private string Limit(Standing s)
    {
        if (s.Days is not { Precision: DatePrecision.Day } told || told.Last.DayNumber - told.First.DayNumber < 2) return "";
        return told.Last < today ? $", was to last until {days.Of(told.Last)}" : $", until {days.Of(told.Last)}";
    }

    private string Silence(Standing s)
    {
        if (!IsSilent(s)) return "";
        return s.Days is { Precision: DatePrecision.Day } told && Standing.Day(s.LastReported) <= told.First ? ", nothing heard of it since" : LastReported(s);
    }

    private string LastReported(Standing s) => $" (last reported {days.Of(Standing.Day(s.LastReported))})";

    private bool IsSilent(Standing s) => s.SilentFor(today) > LinkWindows.Running;

    /// <summary>The report of its state is the last one of it.</summary>
    private static bool IsLast(Standing s) => Standing.Day(s.Step.PublishedAt) == Standing.Day(s.LastReported);

    private static string Dispute(Standing s) => s.Entry.Disputed ? ", disputed" : "";

    private static bool IsByItsOnlyParty(Standing s) => s.Parties.Ids.Length == 1 && s.Status == EntryStatus.Proposed;

    private static string Callers(Standing s)
    {
        var callers = s.Entry.Participants.Where(p => p.Role == ParticipantRole.Caller || (IsByItsOnlyParty(s) && p.Role == ParticipantRole.Party));
        return SpokenNames.List([.. callers.Select(p => SpokenNames.InSentence(p.Id, p.Name))]);
    }

    private string Noun(Standing s, bool named, bool dated = false)
    {
        var entry = s.Entry;
        var noun = WireWord.Of(entry.Kind).Replace('_', ' ');
        if (dated && s.Days is { } told) noun += " of " + days.Of(told.First, told.Precision);
        var parties = entry.Participants.Where(p => p.Role == ParticipantRole.Party).ToList();
        if (named && parties.Count > 0) noun += (parties.Count == 2 ? " between " : " of ") + SpokenNames.List([.. parties.Select(p => SpokenNames.InSentence(p.Id, p.Name))]);
        return entry.Place is { } place && !IsPlain(place, parties) ? $"{noun} in {SpokenNames.OfPlace(place)}" : noun;
    }

    /// <summary>The country of a party goes without saying; and a place abroad is not where the sides of a country fight, but where somebody said so.</summary>
    private static bool IsPlain(Place place, IReadOnlyList<Participant> parties) =>
        (Countries.Code(Telling.Fold(place.Name)) is { } country && parties.Any(p => DossierKeys.IsOf(p.Id, country)))
        || parties.Any(p => ConflictCountries.Of(p.Id) is { } own && own != place.Country);
}
