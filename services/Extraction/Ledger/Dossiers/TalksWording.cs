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
        var parties = Names(s.Entry);
        var when = s.Days is { } told ? " " + days.On(told) : "";
        var end = (s.Status == EntryStatus.Suspended ? ", without a deal" : "") + (s.Days is null ? Reported(s) : "");
        if (s.Days is not null && BeganOnly(s)) return $"{(named && parties.Count > 0 ? SpokenNames.List(parties) + " began talks" : "talks began")}{when}{Where(s)}{end}";
        var adverb = last ? "last " : "";
        return parties.Count == 0
            ? $"{adverb}talks were held{when}{Where(s)}{end}"
            : $"{(named ? SpokenNames.List(parties) + " " : "")}{adverb}{Verb(s, parties.Count)}{when}{Where(s)}{end}";
    }

    /// <summary>"meeting planned for 16 June in Geneva", "talks proposed, no day told (reported 12 June)".</summary>
    public string Ahead(Standing s, bool named) => $"{Noun(s, named)} {Plan(s)}{Where(s)}{(s.Days is null ? $", no day told{Reported(s)}" : "")}";

    /// <summary>"meeting planned for 14 June in Geneva, nothing heard of it since".</summary>
    public string Overdue(Standing s, bool named) => $"{Noun(s, named)} {Plan(s)}{Where(s)}{(s.Days is null ? Reported(s) : "")}, nothing heard of it since";

    /// <summary>"talks under way since 10 June in Vienna".</summary>
    public string Running(Standing s, bool named) => s.Days is null
        ? $"{Noun(s, named)} under way{Where(s)}{days.Reported(s.LastReported)}"
        : $"{Noun(s, named)} under way since {days.Of(s.Since, s.SincePrecision)}{Where(s)}";

    /// <summary>"meeting of 14 June in Ankara put off (reported 15 June)"; talks that broke off took place.</summary>
    public string Disrupted(Standing s, bool named)
    {
        if (s.Status == EntryStatus.Suspended) return TookPlace(s, named, last: false);
        var what = s.Status switch { EntryStatus.Postponed => "put off", EntryStatus.Cancelled => "called off", _ => "refused" };
        return $"{Noun(s, named, dated: true)}{Where(s)} {what}{Reported(s)}";
    }

    private string Plan(Standing s) => (s.Status == EntryStatus.Planned ? "planned" : "proposed") + (s.Days is { } told ? " for " + days.Of(told) : "");

    private static List<string> Names(Entry entry) =>
        [.. entry.Participants.Where(p => p.Role == ParticipantRole.Party).Select(p => SpokenNames.InSentence(p.Id, p.Name))];

    private static string Where(Standing s) => s.Entry.Place is { } place ? " in " + SpokenNames.OfPlace(place) : "";

    private static bool BeganOnly(Standing s) => s is { Status: EntryStatus.UnderWay, Entry.Kind: EntryKind.Negotiation or EntryKind.Mediation };

    private static string Verb(Standing s, int parties)
    {
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

    private string Noun(Standing s, bool named, bool dated = false)
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
        if (dated && s.Days is { } told) noun += " of " + days.Of(told);
        return names.Count switch
        {
            0 => noun,
            1 => $"{noun} with {names[0]}",
            2 => $"{noun} between {SpokenNames.List(names)}",
            _ => $"{noun} among {SpokenNames.List(names)}",
        };
    }

    private string Reported(Standing s) => days.Reported(s.Step.PublishedAt);
}
