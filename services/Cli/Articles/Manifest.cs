using System.Text.Json;
using Parley.Contracts;

namespace Parley.Cli.Articles;

/// <summary>Publication times and outlets of files that do not say themselves.</summary>
internal sealed class Manifest
{
    private readonly Dictionary<string, ManifestEntry> _byFile = new(StringComparer.Ordinal);

    private Manifest()
    {
    }

    /// <summary>Its own path, so that it is not taken for an article; null where there is none.</summary>
    public string? File { get; private init; }

    /// <summary>Of files without a manifest.</summary>
    public static Manifest Empty { get; } = new();

    /// <summary>Reads a manifest: a JSON list of <c>{"file","published_at","outlet"}</c>.</summary>
    public static Manifest Read(string path)
    {
        if (!System.IO.File.Exists(path))
            throw new UsageException($"There is no manifest {path}.");
        try
        {
            var manifest = new Manifest { File = Path.GetFullPath(path) };
            foreach (var entry in JsonSerializer.Deserialize<List<ManifestEntry?>>(System.IO.File.ReadAllText(path), ParleyJson.Line) ?? [])
                manifest._byFile[entry?.File ?? throw new JsonException("an entry has no \"file\"")] = entry;
            return manifest;
        }
        catch (JsonException e)
        {
            throw new UsageException($"The manifest {path} cannot be read: {e.Message}");
        }
    }

    /// <summary>What is said of an article: by its file's path below the manifest's folder, else by its id, else by its file's name.</summary>
    /// <param name="id">The article's id.</param>
    /// <param name="file">The file that it stands in.</param>
    public ManifestEntry? Find(string id, string file) =>
        _byFile.GetValueOrDefault(BelowManifest(file)) ?? _byFile.GetValueOrDefault(id) ?? _byFile.GetValueOrDefault(Path.GetFileName(id));

    private string BelowManifest(string file) => File is null
        ? file
        : Path.GetRelativePath(Path.GetDirectoryName(File)!, Path.GetFullPath(file)).Replace('\\', '/');
}
