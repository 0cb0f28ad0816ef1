using Parley.Contracts;

namespace Parley.Extraction.Reprocessing;

/// <summary>What a run did to one id of an entry, from the first of its changes to the last.</summary>
/// <param name="Id">The id.</param>
/// <param name="First">The state before the first; that of another id where the entry had another one; null where there was none.</param>
/// <param name="Last">The state after the last; null where the id is no more.</param>
/// <param name="Into">Where it lives on, if it was merged in the end.</param>
/// <param name="Parted">One of the changes parted it.</param>
internal sealed record EntrySpan(string Id, Entry? First, Entry? Last, string? Into, bool Parted);
