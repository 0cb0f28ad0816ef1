namespace Parley.Contracts;

/// <summary>The sentence that proves a statement.</summary>
/// <param name="Start">Where it begins in the article's text as given, in UTF-16 code units.</param>
/// <param name="End">Where it ends, exclusive, in UTF-16 code units.</param>
/// <param name="Text">The article's text between the two, unchanged.</param>
public sealed record Evidence(int Start, int End, string Text);
