using System.Text;
using Parley.Contracts;
using Parley.Extraction.Ledger.Verdicts;

namespace Parley.Extraction.Ledger;

/// <summary>A mention with what is compared of it worked out once.</summary>
internal sealed class Telling
{
    private readonly VerdictSet verdicts = VerdictSet.None;
    private readonly Telling? told;
    private IReadOnlyList<string>? keys;
    private bool? isDefinite;

    public Telling(LedgerMention source)
        : this(source, DaySpan.Of(source.Mention.Start, source.Mention.End, source.Mention.StartPrecision))
    {
    }

    public Telling(LedgerMention source, VerdictSet verdicts)
        : this(source) => this.verdicts = verdicts;

    private Telling(Telling told, DaySpan days)
        : this(told.Source, days) => this.told = told;

    private Telling(LedgerMention source, DaySpan? span)
    {
        Source = source;
        var mention = source.Mention;
        PublishedOn = DateOnly.FromDateTime(source.PublishedAt.DateTime);
        Parties = PartySet.Told(mention.Participants);
        // A year alone dates nothing among frequent partners: it only rules other years out.
        if (span is { Precision: DatePrecision.Year }) Year = span.Value.First.Year;
        else if (!IsImpossible(mention, span, PublishedOn)) Span = span;
        if (mention is { Start: null, End: { } ended } && ended <= PublishedOn) Ended = ended;
        Topics = [.. mention.Topics.Select(Fold).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var elsewhere = IsElsewhere();
        PlaceName = elsewhere ? null : Fold(mention.Place?.Name);
        Country = elsewhere ? null : mention.Place?.Country;
        OwnDay = OwnDayOf(Year is null ? Span : span);
        OwnFrom = (Year is null ? Span : span) is { } days && IsDatedByStart && days.First < OwnDay ? days.First : OwnDay;
        Countries = CountriesOf();
        if (mention.Type == EntryType.Talks) Round = Rounds.NumberIn(mention.Evidence.Text);
    }

    public LedgerMention Source { get; }

    /// <summary>Those of <see cref="Links.BlockingKeys(LedgerMention)"/>, and of <see cref="VerdictSet.KeysOf"/>.</summary>
    public IReadOnlyList<string> Keys => keys ??= [.. Links.BlockingKeys(this), .. verdicts.KeysOf(Source.Id)];

    /// <summary>The days that it reaches: <see cref="Links.Near(Telling)"/>.</summary>
    public IReadOnlyList<DayRange> Near => field ??= Links.Near(this);

    /// <summary>The id of the entry that would begin with it: <see cref="EntryId.Of"/>.</summary>
    public string OwnEntryId => field ??= EntryId.Of(Source);

    public Mention Mention => Source.Mention;

    public EntryStatus Status => Mention.Status;

    /// <summary>The day of publication where the outlet is.</summary>
    public DateOnly PublishedOn { get; }

    public PartySet Parties { get; }

    /// <summary>Those who mediate, host or call, and are no party.</summary>
    public string[] Beside => field ??= [.. Source.Mention.Participants.Where(p => p.Role != ParticipantRole.Party).Select(p => PartySet.AsState(p.Id))];

    /// <summary>Null where the text gives no date, or no more than a year.</summary>
    public DaySpan? Span { get; }

    public int? Year { get; }

    /// <summary>The day by which it was over, of what the text does not say when it began; null where it says neither.</summary>
    public DateOnly? Ended { get; }

    /// <summary>The day of which it speaks, where it gives no day of the event: that of its end, else of publication.</summary>
    public DateOnly AsOf => Ended ?? PublishedOn;

    public string? PlaceName { get; }

    public string? Country { get; }

    public string[] Topics { get; }

    /// <summary>The countries that it is about: that of its place, else those that its topics or, last, its parties name.</summary>
    public IReadOnlySet<string> Countries { get; }

    /// <summary>When the step that it reports was taken, in the entry's own time: the last day that it may have been.</summary>
    public DateOnly OwnDay { get; }

    /// <summary>The first day that it may have been.</summary>
    public DateOnly OwnFrom { get; }

    private bool IsDatedByStart => Mention.Type == EntryType.Talks || Status == EntryStatus.Agreed;

    /// <summary>It speaks of talks or a truce that its readers know of: "the talks".</summary>
    public bool IsDefinite => isDefinite ??= Definite.Names(Mention.Evidence.Text);

    /// <summary>The number of the round of which it speaks; null where it counts none.</summary>
    public int? Round { get; }

    /// <summary>Its step was surely taken on an earlier day than the other's.</summary>
    public bool IsBefore(Telling other) => OwnDay < other.OwnFrom;

    /// <summary>A running negotiation that no date ties to a round of it.</summary>
    public bool IsProcess =>
        Span is null && Ended is null && IsRounds && Status is EntryStatus.UnderWay or EntryStatus.Suspended;

    public bool IsRounds => Mention.Kind is EntryKind.Negotiation or EntryKind.Mediation;

    /// <summary>Talks that may take days; of such as are only said to be talks, those that are under way or were broken off.</summary>
    public bool IsLong => IsRounds || Mention.Kind is EntryKind.Summit or EntryKind.Conference || Mention is { Kind: EntryKind.Meeting, Status: EntryStatus.UnderWay or EntryStatus.Suspended };

    /// <summary>Their first day, as far as it is known; else the day of which it speaks.</summary>
    public DateOnly FirstDay => Span is { IsNear: true } days ? days.First : AsOf;

    /// <summary>Works out what every look at the ledger asks of it: before the ledger is locked it costs nobody any waiting.</summary>
    public void WorkOut() => _ = (Keys, Near, OwnEntryId);

    /// <summary>The same, of an event on those days.</summary>
    public Telling On(DaySpan days) => new(this, days);

    /// <summary>
    /// False of one that was given the days of its entry where the mention itself reaches no day of the other, or has no key in common: whoever looks for what
    /// may link to the other would not find it.
    /// </summary>
    public bool MayReach(Telling other) =>
        told is null || (told.Near.Any(days => other.Near.Any(days.Overlaps)) && told.Keys.Any(key => other.Keys.Contains(key)));

    /// <summary>Lower case, without punctuation. Names come in their usual English form already.</summary>
    public static string? Fold(string? name)
    {
        if (string.IsNullOrWhiteSpace(name)) return null;
        var folded = new StringBuilder(name.Length);
        foreach (var c in name)
            if (char.IsLetterOrDigit(c)) folded.Append(char.ToLowerInvariant(c));
            else if (folded is [.., not ' ']) folded.Append(' ');
        return folded.ToString().Trim();
    }

    /// <summary>What has taken place did so by the next day at the latest; a later day was read wrongly, or is another's.</summary>
    private static bool IsImpossible(Mention mention, DaySpan? span, DateOnly publishedOn) =>
        mention.Status is EntryStatus.Held or EntryStatus.Suspended or EntryStatus.InForce && span is { } days && days.First.DayNumber > publishedOn.DayNumber + 1;

    /// <summary>A truce of parties who are all of other lands than its place: where it was made or told of, and not where it applies.</summary>
    private bool IsElsewhere()
    {
        if (Mention is not { Type: EntryType.Ceasefire, Place.Country: { } country } || Parties.Ids.Length == 0) return false;
        foreach (var party in Parties.Ids)
        {
            var state = PartySet.StateOf(party);
            if (state == country || !Ledger.Countries.IsCode(state)) return false;
        }

        return !Array.Exists(Topics, t => Ledger.Countries.Code(t) == country);
    }

    private HashSet<string> CountriesOf()
    {
        if (Country is not null) return [Country];
        var countries = Topics.Append(PlaceName).Select(Ledger.Countries.Code).OfType<string>().ToHashSet(StringComparer.Ordinal);
        if (countries.Count == 0) countries.UnionWith(Parties.Ids.Select(PartySet.StateOf));
        if (countries.Count == 0) countries.UnionWith(Mention.Participants.Select(p => PartySet.LandOfRebels(p.Id)).OfType<string>());
        return countries;
    }

    /// <summary>
    /// Talks: the event's last day that had come at publication. Ceasefire: an agreement's own day; for other stages the start is the
    /// truce's, not the step's, so publication stands in; so it does for talks that began long ago and are told as broken off now.
    /// Undated context is older than news can be, hence a week.
    /// </summary>
    private DateOnly OwnDayOf(DaySpan? span)
    {
        if (span is { } begun && Mention is { Type: EntryType.Talks, Status: EntryStatus.Suspended, Background: false } && PublishedOn.DayNumber - begun.Last.DayNumber > LinkWindows.Context)
            return PublishedOn;
        if (span is { } days && IsDatedByStart) return days.Last < PublishedOn ? days.Last : PublishedOn;
        if (Ended is { } over) return over;
        return Mention.Background && PublishedOn.DayNumber > LinkWindows.Context ? PublishedOn.AddDays(-LinkWindows.Context) : PublishedOn;
    }
}
