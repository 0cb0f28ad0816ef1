using Parley.Contracts;

namespace Parley.Extraction.Analysis;

/// <summary>What an expression of time says: its days, null where it names none that can be told.</summary>
/// <param name="Last">The token behind it.</param>
/// <param name="From">Its first day.</param>
/// <param name="To">Its last day.</param>
/// <param name="Precision">How exact it is.</param>
internal readonly record struct DateReading(int Last, DateOnly? From, DateOnly? To, DatePrecision Precision);
