namespace Parley.Contracts;

/// <summary>What one passage of one article says of one talks or ceasefire.</summary>
public sealed record Mention
{
    /// <summary>Talks or ceasefire.</summary>
    public required EntryType Type { get; init; }

    /// <summary>Its form; <see cref="EntryKind.Meeting"/> or <see cref="EntryKind.Ceasefire"/> where the text says no more.</summary>
    public required EntryKind Kind { get; init; }

    /// <summary>The stage that the passage reports.</summary>
    public required EntryStatus Status { get; init; }

    /// <summary>Parties first, then the other roles; empty where the text names none.</summary>
    public IReadOnlyList<Participant> Participants { get; init; } = [];

    /// <summary>Where; null where the text does not say.</summary>
    public Place? Place { get; init; }

    /// <summary>Talks: their first day. Ceasefire: the day it takes effect, else the day it was agreed. Null where the text names none.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>The last day, inclusive; null where it is the first or unknown. Without a start: the day by which it was over.</summary>
    public DateOnly? End { get; init; }

    /// <summary>How exactly <see cref="Start"/> is known; null where it is null.</summary>
    public DatePrecision? StartPrecision { get; init; }

    /// <summary>The conflicts and countries that it is about, by their usual English names.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>The share of mentions like this one that are right, 0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>Told as context of older news: it joins the history and raises no alert.</summary>
    public bool Background { get; init; }

    /// <summary>A ceasefire that one side declares or offers for itself.</summary>
    public bool Unilateral { get; init; }

    /// <summary>CAMEO event code (Schrodt, CAMEO codebook 1.1b3); null where the scheme has none.</summary>
    public string? Cameo { get; init; }

    /// <summary>PLOVER event type (Open Event Data Alliance, 2018); null where the scheme has none.</summary>
    public string? Plover { get; init; }

    /// <summary>The sentence that says so.</summary>
    public required Evidence Evidence { get; init; }
}
