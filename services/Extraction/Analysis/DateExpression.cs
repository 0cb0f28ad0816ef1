using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>One expression of a day or a period.</summary>
/// <param name="Start">Where it begins in the text, in UTF-16 code units.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Text">Its words.</param>
/// <param name="From">The first day; null where it takes a publication date and there is none.</param>
/// <param name="To">The last day, inclusive; null where <paramref name="From"/> is.</param>
/// <param name="Precision">How exactly the day is named.</param>
public sealed record DateExpression(int Start, int End, string Text, DateOnly? From, DateOnly? To, DatePrecision Precision);
