namespace Parley.Contracts;

/// <summary>Where the talks stand: all that the ledger holds on one conflict or on two parties, as of one moment.</summary>
public sealed record Dossier
{
    /// <summary>Stable id: <c>conflict:LBY</c> by the country, <c>pair:RUS+TUR</c> by the parties in the order of their ids.</summary>
    public required string Id { get; init; }

    /// <summary>What it is of.</summary>
    public required DossierType Type { get; init; }

    /// <summary>Its name for people: <c>Libya</c>, <c>Russia and Turkey</c>.</summary>
    public required string Title { get; init; }

    /// <summary>All in one line of plain English.</summary>
    public required string Summary { get; init; }

    /// <summary>The moment from which it looks ahead and back.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>The parties, the most active first.</summary>
    public IReadOnlyList<DossierActor> Parties { get; init; } = [];

    /// <summary>Mediators, hosts, callers and guarantors, the most active first.</summary>
    public IReadOnlyList<DossierActor> Others { get; init; } = [];

    /// <summary>The ceasefire's present state: that of the one that stands or was the last to be broken; null where there never was one.</summary>
    public DossierStatement? Ceasefire { get; init; }

    /// <summary>Further ceasefires that stand beside it, in another place or with another side; the latest first.</summary>
    public IReadOnlyList<DossierStatement> FurtherCeasefires { get; init; } = [];

    /// <summary>Calls, offers, negotiations and refusals of a ceasefire since then; the latest first.</summary>
    public IReadOnlyList<DossierStatement> CeasefireEfforts { get; init; } = [];

    /// <summary>Ceasefires that ended, or that a later one took the place of; the latest first.</summary>
    public IReadOnlyList<DossierStatement> FormerCeasefires { get; init; } = [];

    /// <summary>Talks that are under way; null where none are.</summary>
    public DossierStatement? Running { get; init; }

    /// <summary>The soonest planned talks that lie ahead, the undated where none has a day; null where none are.</summary>
    public DossierStatement? NextTalks { get; init; }

    /// <summary>Talks that are planned or proposed and lie ahead, <see cref="NextTalks"/> among them; the soonest first.</summary>
    public IReadOnlyList<DossierStatement> Planned { get; init; } = [];

    /// <summary>Talks that were planned or proposed, and of which nothing was heard since their day; the latest first.</summary>
    public IReadOnlyList<DossierStatement> Overdue { get; init; } = [];

    /// <summary>Talks that were put off, called off, broken off or refused; the latest first.</summary>
    public IReadOnlyList<DossierStatement> Disrupted { get; init; } = [];

    /// <summary>The latest talks that took place; of a conflict: between its sides. Null where none are known.</summary>
    public DossierStatement? LastTalks { get; init; }

    /// <summary>Of a conflict: the latest talks about it that took place with others, or among others; null where none are known.</summary>
    public DossierStatement? LastOutsideTalks { get; init; }

    /// <summary>How many entries it is made of.</summary>
    public required int EntryCount { get; init; }

    /// <summary>How many articles tell of them.</summary>
    public required int ArticleCount { get; init; }

    /// <summary>How many outlets these are of, as far as known.</summary>
    public required int OutletCount { get; init; }

    /// <summary>When the first of the articles was published.</summary>
    public required DateTimeOffset FirstActivity { get; init; }

    /// <summary>When the last of the articles was published.</summary>
    public required DateTimeOffset LastActivity { get; init; }
}
