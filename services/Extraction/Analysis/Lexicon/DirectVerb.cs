using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>A verb that is talks by itself.</summary>
/// <param name="Object">What its direct object is: party, place, person (its object must be a person or a leader), none.</param>
/// <param name="Prepositions">The prepositions behind which the other side stands, parted by commas.</param>
/// <param name="Kind">The form of the talks.</param>
internal sealed record DirectVerb(string Object, string Prepositions, EntryKind Kind)
{
    /// <summary>The prepositions, each by itself.</summary>
    public IReadOnlyList<string> Behind { get; } = Prepositions.Split(',');
}
