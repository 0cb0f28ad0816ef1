using Parley.Contracts;

namespace Parley.Extraction.Ledger;

/// <summary>An entry as the ledger last recorded it.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Version">The version of its last change, from 1.</param>
/// <param name="Announced">Some change of it was news, so that whoever subscribes knows it.</param>
public sealed record VersionedEntry(Entry Entry, int Version, bool Announced = false);
