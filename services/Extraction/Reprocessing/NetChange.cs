using Parley.Contracts;

namespace Parley.Extraction.Reprocessing;

/// <summary>What a run changed of one entry, all in all.</summary>
/// <param name="Kind">By the weightiest difference.</param>
/// <param name="Before">As it was; null where it is new.</param>
/// <param name="After">As it is, perhaps by another id; null where it was merged or retracted.</param>
/// <param name="MergedInto">Where it lives on, if it was merged.</param>
internal sealed record NetChange(ChangeKind Kind, Entry? Before, Entry? After, string? MergedInto);
