using System.CommandLine;
using Parley.Cli.Articles;

namespace Parley.Cli.Commands;

/// <summary>The arguments of commands that take files in.</summary>
internal static class PathOptions
{
    public static Argument<string[]> Paths() => new("path")
    {
        Description = "Files (.txt, .json, .jsonl) and folders of them.",
        Arity = ArgumentArity.OneOrMore,
    };

    public static Option<string?> Manifest() => new("--manifest")
    {
        Description = "JSON list of {\"file\",\"published_at\",\"outlet\"}; without it the manifest.json of a folder that is given, or of the folder around it.",
    };

    /// <summary>The manifest that is named, else the first that is among the files or in a folder.</summary>
    public static Manifest Read(string? named, IEnumerable<string> paths)
    {
        if (named is not null)
            return Articles.Manifest.Read(named);
        var found = paths.SelectMany(Candidates).FirstOrDefault(File.Exists);
        return found is null ? Articles.Manifest.Empty : Articles.Manifest.Read(found);
    }

    private static IEnumerable<string> Candidates(string path) => Path.GetFileName(path) == "manifest.json"
        ? [path]
        : [Path.Combine(path, "manifest.json"), Path.Combine(Path.GetFullPath(path), "..", "manifest.json")];
}
