using Parley.Contracts;

namespace Parley.Extraction.Ledger;

/// <summary>
/// An entry in the making: takes mentions in the order of the fold and keeps what they add up to. What no further mention is compared with (who took part,
/// the topics, disputes) is added up at the end: most drafts are only looked at.
/// </summary>
internal sealed class EntryDraft
{
    private readonly List<Telling> tellings = [];
    // Where the claims begin that count: those on an earlier day of the talks are past.
    private int firstClaim;

    public EntryDraft(Telling first)
    {
        First = Current = first;
        Kind = first.Mention.Kind;
        Place = first.Mention.Place;
        Dates = new DateFold();
        Add(first);
    }

    /// <summary>The first mention in the order of the fold.</summary>
    public Telling First { get; }

    /// <summary>The mention that gives the status.</summary>
    public Telling Current { get; private set; }

    public EntryStatus Status => Current.Status;

    public EntryKind Kind { get; private set; }

    public Place? Place { get; private set; }

    public DateFold Dates { get; }

    public IReadOnlyList<Telling> Tellings => tellings;

    public void Add(Telling telling)
    {
        var step = tellings.Count == 0 ? StageStep.Next : StepOf(telling);
        var advances = step is StageStep.Next or StageStep.Same;
        if (step == StageStep.Next && Dates.IsMovedBy(telling)) firstClaim = tellings.Count;
        tellings.Add(telling);
        Dates.Add(telling, advances);
        if (advances) Current = telling;
        if (!Kinds.IsSpecific(Kind)) Kind = telling.Mention.Kind;
        Place = PlaceAfter(telling, advances);
    }

    /// <summary>What the mention does to the entry as it stands; never <see cref="StageStep.Later"/> or <see cref="StageStep.Moved"/>.</summary>
    public StageStep StepOf(Telling telling)
    {
        var step = Stages.Between(telling.Mention.Type, Status, telling.Status);
        if (step == StageStep.Moved) return StatesANewDay(telling) || IsReset(telling) ? StageStep.Next : StageStep.Late;
        if (telling.IsBefore(Current) || Dates.IsFormer(telling)) return StageStep.Late;
        if (step == StageStep.Later) return Current.IsBefore(telling) && !IsEcho(telling) ? StageStep.Next : StageStep.Late;
        return step;
    }

    /// <summary>Where the old day is not known, a day stated later than the put-off was told is the new one.</summary>
    private bool StatesANewDay(Telling telling) =>
        Dates.Now is null ? telling.Span is not null && telling.PublishedOn > Current.PublishedOn : Dates.IsMovedBy(telling);

    /// <summary>"Eight days after he had called it off, he put it back on the calendar": the article itself tells that the matter was reset.</summary>
    private bool IsReset(Telling telling) =>
        Current.Mention.Background && !telling.Mention.Background && Current.Source.ArticleId == telling.Source.ArticleId && Status is EntryStatus.Postponed or EntryStatus.Cancelled;

    /// <summary>An undated report of talks that are over already; only a running negotiation goes on after a session of it.</summary>
    private bool IsEcho(Telling telling) =>
        Status is EntryStatus.Held or EntryStatus.Suspended
        && telling is { Span: null, Mention.Type: EntryType.Talks }
        && (Dates.Now is not null || !telling.IsRounds);

    public FoldedEntry ToEntry()
    {
        var claims = new Claims();
        foreach (var telling in tellings.Skip(firstClaim)) claims.Add(telling);
        var participants = new ParticipantFold();
        foreach (var telling in tellings) participants.Add(telling.Mention.Participants);
        var prevailing = claims.Prevailing();
        var current = prevailing is null || prevailing.Contains(Current) ? Current : prevailing[^1];
        var entry = new Entry
        {
            Id = First.OwnEntryId,
            Type = First.Mention.Type,
            Kind = Kind,
            Status = current.Status,
            Disputed = prevailing is not null,
            Participants = participants.ToList(),
            Place = Place,
            Start = Dates.Start,
            End = Dates.End,
            StartPrecision = Dates.Precision,
            Topics = [.. tellings.SelectMany(t => t.Mention.Topics).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Confidence = tellings.Max(t => t.Mention.Confidence),
            Cameo = current.Mention.Cameo,
            Plover = current.Mention.Plover,
            History = [.. tellings.Select(t => HistorySteps.Of(t.Source))],
        };
        return new FoldedEntry(entry, current.Source, [.. tellings.Select(t => t.Source)]);
    }

    /// <summary>A city after its country; and for talks that move on, where they are held now. A truce keeps the area that it began with.</summary>
    private Place? PlaceAfter(Telling telling, bool advances)
    {
        if (telling.Mention.Place is not { } place) return Place;
        if (Place is null) return place;
        if (telling.Mention.Type == EntryType.Ceasefire) return Place;
        var stated = Countries.Code(Telling.Fold(Place.Name));
        if (stated is not null && stated == place.Country) return place;
        return advances && Countries.Code(telling.PlaceName) is null ? place : Place;
    }
}
