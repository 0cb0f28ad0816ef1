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
        var text = Noun(s, named) + Stage(s);
        if (s.Days is { Precision: DatePrecision.Day } told && told.Last > told.First && s.Status != EntryStatus.Collapsed) text += $", until {days.Of(told.Last)}";
        if (s.SilentFor(today) > LinkWindows.Running && !EndsWithTheReport(s)) text += $", last reported on {days.Of(Standing.Day(s.LastReported))}";
        return text + (s.Entry.Disputed ? " (disputed)" : "");
    }

    /// <summary>"ceasefire called for by Turkey, as reported on 24 July".</summary>
    /// <param name="s">A ceasefire that is only wished for, or refused.</param>
    /// <param name="named">Say between whom.</param>
    public string Effort(Standing s, bool named)
    {
        var by = Callers(s) is { Length: > 0 } callers ? " by " + callers : "";
        var report = $", as reported on {days.Of(s.Since)}";
        var text = s.Status switch
        {
            EntryStatus.UnderNegotiation => $" under negotiation since {days.Of(s.Since)}",
            EntryStatus.Proposed => " proposed" + by + report,
            EntryStatus.Rejected => " rejected" + by + report,
            _ => " called for" + by + report,
        };
        return Noun(s, named && !IsByItsOnlyParty(s)) + text + (s.Entry.Disputed ? " (disputed)" : "");
    }

    private string Stage(Standing s)
    {
        var reported = days.Of(Standing.Day(s.Step.PublishedAt));
        var day = s.Days is { } told ? days.Of(told.First, told.Precision) : null;
        if (s.Days is { } ahead && ahead.First > today && s.Status is EntryStatus.Agreed or EntryStatus.InForce or EntryStatus.Extended) return $" agreed, to take effect on {day}";
        return s.Status switch
        {
            EntryStatus.Agreed => day is null ? $" agreed, as reported on {reported}" : $" agreed {days.On(s.Days!.Value with { Last = s.Days.Value.First })}",
            EntryStatus.InForce when s.WasBroken => $"{Since(day)}, in force again, as reported on {reported}",
            EntryStatus.InForce => day is null ? $" in force, as reported on {reported}" : $" in force since {day}",
            EntryStatus.Extended => $"{Since(day)} extended, as reported on {reported}",
            EntryStatus.Violated => s.HasStood && day is not null ? $" in force since {day}, breach reported on {reported}" : $"{Since(day)} breached, as reported on {reported}",
            EntryStatus.Suspended => $"{Since(day)} suspended, as reported on {reported}",
            _ => $"{Since(day)} collapsed, as reported on {reported}",
        };
    }

    private static string Since(string? day) => day is null ? "" : " of " + day;

    /// <summary>The text says the day of the last report already.</summary>
    private static bool EndsWithTheReport(Standing s) =>
        Standing.Day(s.Step.PublishedAt) == Standing.Day(s.LastReported) && (s.Days is null || s.WasBroken || s.Status is not (EntryStatus.Agreed or EntryStatus.InForce));

    private static bool IsByItsOnlyParty(Standing s) => s.Parties.Ids.Length == 1 && s.Status == EntryStatus.Proposed;

    private static string Callers(Standing s)
    {
        var callers = s.Entry.Participants.Where(p => p.Role == ParticipantRole.Caller || (IsByItsOnlyParty(s) && p.Role == ParticipantRole.Party));
        return SpokenNames.List([.. callers.Select(p => SpokenNames.InSentence(p.Id, p.Name))]);
    }

    private static string Noun(Standing s, bool named)
    {
        var entry = s.Entry;
        var noun = WireWord.Of(entry.Kind).Replace('_', ' ');
        var parties = entry.Participants.Where(p => p.Role == ParticipantRole.Party).Select(p => SpokenNames.InSentence(p.Id, p.Name)).ToList();
        if (named && parties.Count > 0) noun += (parties.Count == 2 ? " between " : " of ") + SpokenNames.List(parties);
        return entry.Place is { } place ? $"{noun} in {SpokenNames.OfPlace(place)}" : noun;
    }
}
