using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>A noun that names talks or a ceasefire.</summary>
internal sealed record EventNoun(EntryType Type, EntryKind Kind, bool Strong);
