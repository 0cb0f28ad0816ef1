namespace Parley.Extraction.Analysis;

/// <summary>A name that a list knows.</summary>
/// <param name="Start">Offset of its first character.</param>
/// <param name="End">Offset after its last.</param>
/// <param name="Text">As it is written.</param>
/// <param name="Kind">What it names: <c>state</c>, <c>demonym</c>, <c>seat</c> (of a government), <c>city</c>, <c>organisation</c>, <c>group</c>, <c>person</c>.</param>
/// <param name="Party">The id of the party: the state of a city, the party that a person speaks for.</param>
/// <param name="Name">The usual English name of what is named.</param>
public sealed record ExplainedName(int Start, int End, string Text, string Kind, string Party, string Name);
