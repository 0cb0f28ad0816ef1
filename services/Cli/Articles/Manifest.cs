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

    /// <summary>Of files without a manifest.</summary>
    public static Manifest Empty { get; } = new();

    /// <summary>Reads a manifest: a JSON list of <c>{"file","published_at","outlet"}</c>.</summary>
    public static Manifest Read(string path)
    {
        if (!File.Exists(path))
            throw new UsageException($"There is no manifest {path}.");
        try
        {
            var manifest = new Manifest();
            foreach (var entry in JsonSerializer.Deserialize<List<ManifestEntry>>(File.ReadAllText(path), ParleyJson.Line) ?? [])
                manifest._byFile[entry.File] = entry;
            return manifest;
        }
        catch (JsonException e)
        {
            throw new UsageException($"The manifest {path} cannot be read: {e.Message}");
        }
    }

    /// <summary>What is said of an article: by its id (a path below a folder), else by its file's name.</summary>
    public ManifestEntry? Find(string id) => _byFile.GetValueOrDefault(id) ?? _byFile.GetValueOrDefault(Path.GetFileName(id));
}
