namespace Parley.Contracts;

/// <summary>Where talks are held, or where a ceasefire applies.</summary>
/// <param name="Name">The place's usual English name.</param>
/// <param name="Country">ISO 3166-1 alpha-3 code of the country that it lies in; null where the place spans several or is unknown.</param>
/// <param name="Text">The words of the text.</param>
public sealed record Place(string Name, string? Country, string? Text);
