using Parley.Contracts;
using Parley.Extraction.Ledger;

namespace Parley.Extraction.Storage;

/// <summary>Which entries to list; parts that are null or empty allow everything.</summary>
internal sealed record EntryFilter
{
    /// <summary>Columns that entries and changes have in common; <c>e</c> stands for the entry's JSON.</summary>
    public const string Sql =
        """
        listed
        AND (@type::text IS NULL OR type = @type)
        AND (cardinality(@statuses::text[]) = 0 OR status = ANY (@statuses))
        AND actors @> @actors::text[]
        AND (@from::date IS NULL OR listed_on >= @from)
        AND (@until::date IS NULL OR listed_on <= @until)
        """;

    /// <summary>Talks or ceasefires.</summary>
    public EntryType? Type { get; init; }

    /// <summary>At one of these stages.</summary>
    public IReadOnlyList<EntryStatus> Statuses { get; init; } = [];

    /// <summary>With all of these participants, in whatever role.</summary>
    public IReadOnlyList<string> Actors { get; init; } = [];

    /// <summary>Listed on this day or later.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Listed on this day or earlier.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The same of an entry in memory.</summary>
    public bool Matches(Entry entry) =>
        (Type is null || entry.Type == Type)
        && (Statuses.Count == 0 || Statuses.Contains(entry.Status))
        && Actors.All(a => entry.Participants.Any(p => p.Id == a))
        && (From is null || LedgerFold.ListedOn(entry) >= From)
        && (Until is null || LedgerFold.ListedOn(entry) <= Until);
}
