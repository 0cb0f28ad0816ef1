using Parley.Contracts;

namespace Parley.Alerting.Matching;

/// <summary>What subscriptions ask of a change, worked out once for all of them.</summary>
internal sealed class ChangeFacts
{
    private string? _words;

    public ChangeFacts(LedgerChange change)
    {
        Change = change;
        var entry = change.After;
        Actors = [.. entry.Participants.Select(p => p.Id).Distinct(StringComparer.Ordinal)];
        Country = entry.Place?.Country;
        Place = entry.Place is { } place ? Folding.Fold(place.Name) : null;
        Topics = entry.Topics.Count == 0 ? [] : [.. entry.Topics.Select(Folding.Fold)];
        Severity = Severities.Of(change);
        Outlets = Sources.OutletsOf(entry);
        OutletsBefore = change.Before is { } before && before.Status == entry.Status ? Sources.OutletsOf(before) : 0;
        From = change.Before is { } was && was.Status != entry.Status ? was.Status : null;
    }

    public LedgerChange Change { get; }

    /// <summary>Who takes part, each once.</summary>
    public IReadOnlyList<string> Actors { get; }

    /// <summary>The place's country; null where unknown.</summary>
    public string? Country { get; }

    /// <summary>The place's name, folded; null where none is told.</summary>
    public string? Place { get; }

    /// <summary>Folded.</summary>
    public IReadOnlyList<string> Topics { get; }

    public Severity Severity { get; }

    /// <summary>How many outlets have told the status that the entry has now.</summary>
    public int Outlets { get; }

    /// <summary>How many had told it before the change; 0 where the change brought it.</summary>
    public int OutletsBefore { get; }

    /// <summary>The status that the change has moved the entry from; null where it moved it from none.</summary>
    public EntryStatus? From { get; }

    /// <summary>It tells something: it is fresh news, and not only an end or a return that concerns those who were told otherwise.</summary>
    public bool Tells => Change.News && Change.Fresh != false;

    /// <summary>A further source, or a detail, of what is known: nobody is told but who asks for it or waits for a second source.</summary>
    public bool Confirms => !Change.News && Change.Fresh == true && Change.Kind is ChangeKind.Sources or ChangeKind.Details;

    /// <summary>It takes back, or moves elsewhere, what was told before: news for those who were told, and for no one else.</summary>
    public bool TakesBack => Change.News && (Change.Reason is ChangeReason.Correction or ChangeReason.Verdict || Change.Kind is ChangeKind.Retracted or ChangeKind.Merged or ChangeKind.Split);

    /// <summary>The words of the sentence that proves the change, folded; empty where none does.</summary>
    public string Words => _words ??= Folding.Fold(Change.Cause?.Evidence.Text ?? "");
}
