namespace Parley.Extraction.Analysis;

/// <summary>What kind of thing a name names.</summary>
internal enum NameKind
{
    State,
    Demonym,
    Seat,
    City,
    Organisation,
    Group,
    Person,
}

/// <summary>One name of an actor or a place.</summary>
/// <param name="Kind">What it names.</param>
/// <param name="Party">The id of the party: the state of a city, the party that a person speaks for.</param>
/// <param name="Name">The usual English name of what is named; for a demonym, of its state.</param>
/// <param name="Country">ISO code of the country it lies in or belongs to; null where it has none.</param>
/// <param name="From">First year in which it holds; 0 where always.</param>
/// <param name="To">Last year.</param>
/// <param name="Capitals">It is written in capitals only ("US", never "us").</param>
/// <param name="Lower">It may begin with a small letter ("rebel Serbs").</param>
/// <param name="PartyName">The usual English name of the party.</param>
internal sealed record NameEntry(
    NameKind Kind, string Party, string Name, string? Country, int From, int To, bool Capitals, bool Lower, string PartyName)
{
    /// <summary>The years fit a text published then; an unknown year fits all.</summary>
    public bool Holds(int? year) => year is null || From == 0 || (year >= From && year <= To);
}
