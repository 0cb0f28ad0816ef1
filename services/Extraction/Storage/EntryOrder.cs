using System.Globalization;
using Parley.Contracts;
using Parley.Extraction.Ledger;

namespace Parley.Extraction.Storage;

/// <summary>A place in the list of entries: that of an entry that was listed.</summary>
/// <param name="Key">What the list is in the order of.</param>
/// <param name="Id">The entry.</param>
internal sealed record EntryPosition(string Key, string Id);

/// <summary>The order of a list of entries; those that are alike in it go by id.</summary>
/// <param name="ByPublication">By the last publication; else by the first day, the undated by their first publication.</param>
/// <param name="Descending">The last one first; ids ascend all the same.</param>
internal sealed record EntryOrder(bool ByPublication, bool Descending) : IComparer<EntryPosition>
{
    private const string Moment = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    /// <summary>By first day.</summary>
    public static EntryOrder Start { get; } = new(false, false);

    /// <summary>The column.</summary>
    public string Column => ByPublication ? "last_published" : "listed_on";

    /// <summary>The words of AIP-132; empty for the usual order, null for words that say none.</summary>
    public static EntryOrder? Parse(string words) => words.Trim() switch
    {
        "" or "start" or "start asc" => Start,
        "start desc" => new EntryOrder(false, true),
        "last_published" or "last_published asc" => new EntryOrder(true, false),
        "last_published desc" => new EntryOrder(true, true),
        _ => null,
    };

    /// <summary>Where the entry stands.</summary>
    public EntryPosition Of(Entry entry) => new(
        ByPublication
            ? entry.History[^1].PublishedAt.UtcDateTime.ToString(Moment, CultureInfo.InvariantCulture)
            : LedgerFold.ListedOn(entry).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        entry.Id);

    /// <summary>Whether the key is one of this order.</summary>
    public bool IsKey(string key) => ByPublication
        ? DateTime.TryParseExact(key, Moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _)
        : DateOnly.TryParseExact(key, "yyyy-MM-dd", out _);

    /// <inheritdoc/>
    public int Compare(EntryPosition? x, EntryPosition? y)
    {
        var order = string.CompareOrdinal(x?.Key, y?.Key);
        if (order != 0) return Descending ? -order : order;
        return string.CompareOrdinal(x?.Id, y?.Id);
    }

    /// <summary>What lies behind a position, as SQL over the id's column; <c>@key</c> and <c>@id</c> are the position's.</summary>
    public string Behind(string id) =>
        $"""
        (@key::text IS NULL OR {Column} {(Descending ? '<' : '>')} @key::{(ByPublication ? "timestamptz" : "date")}
            OR ({Column} = @key::{(ByPublication ? "timestamptz" : "date")} AND {id} COLLATE "C" > @id))
        """;

    /// <summary>The order as SQL over the id's column.</summary>
    public string Sql(string id) => $"""{Column} {(Descending ? "DESC" : "ASC")}, {id} COLLATE "C" """;
}
