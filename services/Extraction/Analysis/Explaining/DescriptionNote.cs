namespace Parley.Extraction.Analysis;

/// <summary>Whom a rule took a pronoun or a description for.</summary>
/// <param name="Chunk">The pronoun or description.</param>
/// <param name="Parties">Whom it stands for.</param>
/// <param name="Reason">In words for people.</param>
internal readonly record struct DescriptionNote(Chunk Chunk, IReadOnlyList<string> Parties, string Reason);
