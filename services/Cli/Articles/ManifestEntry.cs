namespace Parley.Cli.Articles;

/// <summary>What a manifest says of one file.</summary>
/// <param name="File">The file's path below the manifest's folder, or its name; an entry without one is refused.</param>
/// <param name="PublishedAt">RFC 3339 or a bare day.</param>
/// <param name="Outlet">The outlet's name.</param>
/// <param name="Url">The article's address.</param>
/// <param name="Title">Its headline.</param>
internal sealed record ManifestEntry(string? File, string? PublishedAt, string? Outlet, string? Url = null, string? Title = null);
