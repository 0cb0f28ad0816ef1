using Parley.Contracts;

namespace Parley.Extraction.Ledger.Dossiers;

/// <summary>Talks in the words of a desk.</summary>
/// <param name="today">The day from which they are seen.</param>
internal sealed class TalksWording(DateOnly today)
{
    private readonly DayWords days = new(today);

    /// <summary>"Russia and Turkey met on 10 June in Moscow"; for the last of a dossier "last met on 10 June in Moscow".</summary>
    /// <param name="s">Talks that took place.</param>
    /// <param name="named">Say who.</param>
    /// <param name="last">They are the last of many.</param>
    public string TookPlace(Standing s, bool named, bool last)
    {
        var adverb = last ? "last " : "";
        var parties = Names(s.Entry);
        var when = s.Days is { } told ? " " + days.On(told) : "";
        var end = (s.Status == EntryStatus.Suspended ? ", without a deal" : "") + (s.Days is null ? AsReported(s) : "");
        if (parties.Count == 0) return $"{adverb}talks {(BeganOnly(s) ? "began" : "were held")}{when}{Where(s)}{end}";
        return $"{(named ? SpokenNames.List(parties) + " " : "")}{adverb}{Verb(s, parties.Count)}{when}{Where(s)}{end}";
    }

    /// <summary>"meeting planned for 16 June in Geneva", "talks proposed".</summary>
    public string Ahead(Standing s, bool named)
    {
        var how = s.Status == EntryStatus.Planned ? "planned" : "proposed";
        return s.Days is { } told
            ? $"{Noun(s, named)} {how} for {days.Of(told)}{Where(s)}"
            : $"{Noun(s, named)} {how}{Where(s)}, no day told{AsReported(s)}";
    }

    /// <summary>"meeting due on 14 June in Geneva, of which nothing was heard since".</summary>
    public string Overdue(Standing s, bool named) => s.Days is { } told
        ? $"{Noun(s, named)} {(s.Status == EntryStatus.Planned ? "due" : "proposed for")} {(s.Status == EntryStatus.Planned ? days.On(told) : days.Of(told))}{Where(s)}, of which nothing was heard since"
        : $"{Noun(s, named)} {(s.Status == EntryStatus.Planned ? "planned" : "proposed")}{Where(s)}{AsReported(s)}, of which nothing was heard since";

    /// <summary>"talks under way since 10 June in Vienna".</summary>
    public string Running(Standing s, bool named) => s.Days is null
        ? $"{Noun(s, named)} under way{Where(s)}, as reported on {days.Of(Standing.Day(s.LastReported))}"
        : $"{Noun(s, named)} under way since {days.Of(s.Since, s.SincePrecision)}{Where(s)}";

    /// <summary>"meeting of 14 June in Ankara put off, as reported on 15 June"; talks that broke off took place.</summary>
    public string Disrupted(Standing s, bool named)
    {
        if (s.Status == EntryStatus.Suspended) return TookPlace(s, named, last: false);
        var what = s.Status switch { EntryStatus.Postponed => "put off", EntryStatus.Cancelled => "called off", _ => "refused" };
        return $"{Noun(s, named)}{(s.Days is { } told ? " of " + days.Of(told) : "")}{Where(s)} {what}{AsReported(s)}";
    }

    private static List<string> Names(Entry entry) =>
        [.. entry.Participants.Where(p => p.Role == ParticipantRole.Party).Select(p => SpokenNames.InSentence(p.Id, p.Name))];

    private static string Where(Standing s) => s.Entry.Place is { } place ? " in " + SpokenNames.OfPlace(place) : "";

    private static bool BeganOnly(Standing s) => s is { Status: EntryStatus.UnderWay, Entry.Kind: EntryKind.Negotiation or EntryKind.Mediation };

    private static string Verb(Standing s, int parties)
    {
        if (BeganOnly(s)) return s.Days is null ? "were in talks" : "began talks";
        return s.Entry.Kind switch
        {
            EntryKind.Call => "spoke by phone",
            EntryKind.Consultation => "held consultations",
            EntryKind.Mediation => "held mediated talks",
            EntryKind.Meeting or EntryKind.Visit when parties > 1 => "met",
            EntryKind.Summit when parties > 1 => "met at a summit",
            EntryKind.Conference when parties > 1 => "met at a conference",
            _ => "held talks",
        };
    }

    private static string Noun(Standing s, bool named)
    {
        var names = named ? Names(s.Entry) : [];
        var noun = s.Entry.Kind switch
        {
            // A visit has a visitor and a host, which the parties of an entry do not tell apart.
            EntryKind.Visit when names.Count > 0 => "talks",
            EntryKind.Negotiation => "talks",
            EntryKind.Mediation => "mediated talks",
            EntryKind.Consultation => "consultations",
            EntryKind.Call => "phone call",
            _ => WireWord.Of(s.Entry.Kind),
        };
        return names.Count switch
        {
            0 => noun,
            1 => $"{noun} with {names[0]}",
            2 => $"{noun} between {SpokenNames.List(names)}",
            _ => $"{noun} of {SpokenNames.List(names)}",
        };
    }

    private string AsReported(Standing s) => $", as reported on {days.Of(Standing.Day(s.Step.PublishedAt))}";
}
