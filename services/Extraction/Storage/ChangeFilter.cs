using Parley.Contracts;

namespace Parley.Extraction.Storage;

/// <summary>Which changes to read; parts that are null or empty allow everything.</summary>
internal sealed record ChangeFilter
{
    /// <summary>Of one entry.</summary>
    public string? EntryId { get; init; }

    /// <summary>Of talks or ceasefires.</summary>
    public EntryType? Type { get; init; }

    /// <summary>Of entries in which all of these take part, before or after.</summary>
    public IReadOnlyList<string> Actors { get; init; } = [];

    /// <summary>Only those that are news.</summary>
    public bool NewsOnly { get; init; }

    /// <summary>Whether the change is one of them.</summary>
    public bool Matches(LedgerChange change) =>
        (EntryId is null || change.EntryId == EntryId)
        && (Type is null || change.After.Type == Type)
        && (!NewsOnly || change.News)
        && Actors.All(a => TakesPart(change.After, a) || (change.Before is { } before && TakesPart(before, a)));

    private static bool TakesPart(Entry entry, string actor) => entry.Participants.Any(p => p.Id == actor);
}
