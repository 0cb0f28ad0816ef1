using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>Words that act as one in a clause: a noun phrase, a verb group, a preposition, a mark between clauses.</summary>
/// <param name="Start">Offset of its first character.</param>
/// <param name="End">Offset after its last.</param>
/// <param name="Text">As it is written.</param>
/// <param name="Kind">What it is to its clause: <c>noun</c>, <c>verb</c>, <c>predicate</c>, <c>preposition</c>, <c>conjunction</c>, <c>subordinator</c>, <c>relative</c>, <c>break</c>, …</param>
/// <param name="Lemma">The base form of a verb; null for the others.</param>
/// <param name="Forms">What a verb group shows: its modal, <c>negated</c>, <c>perfect</c>, <c>progressive</c>, <c>passive</c>, <c>past</c>, <c>infinitive</c>, <c>gerund</c>, <c>participle</c>.</param>
/// <param name="Parties">The ids of the parties that it names; a question mark stands before a body that no list knows.</param>
/// <param name="Role">What it may do in an event: <c>actor</c>, <c>nobody</c> (people who hold no talks between parties), <c>time</c>, <c>event</c>; null for the others.</param>
/// <param name="Event">Talks or ceasefire, where it names one; null for the others.</param>
public sealed record ExplainedPhrase(
    int Start, int End, string Text, string Kind, string? Lemma, IReadOnlyList<string> Forms, IReadOnlyList<string> Parties, string? Role, EntryType? Event);
