namespace Parley.Extraction.Analysis;

/// <summary>A name found in a sentence: tokens first to last (exclusive) and what it names, best reading first.</summary>
internal readonly record struct NameSpan(int First, int Last, NameEntry Entry);
