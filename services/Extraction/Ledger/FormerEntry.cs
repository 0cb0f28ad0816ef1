namespace Parley.Extraction.Ledger;

/// <summary>What is known of an id that an entry has, or once had.</summary>
/// <param name="Version">The version of its last change; 0 where it has none.</param>
/// <param name="Announced">Some change of it was news.</param>
public readonly record struct FormerEntry(int Version, bool Announced);
