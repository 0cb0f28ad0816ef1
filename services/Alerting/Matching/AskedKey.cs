namespace Parley.Alerting.Matching;

/// <summary>Something that a change must have to be for a subscription.</summary>
/// <param name="Dimension">Of which kind.</param>
/// <param name="Text">What.</param>
/// <param name="Other">Of a pair the other; else empty.</param>
internal readonly record struct AskedKey(Dimension Dimension, string Text, string Other = "");
