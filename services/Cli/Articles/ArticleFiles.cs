using System.Text;
using System.Text.Json;
using Parley.Protocol.Ingestion.V1;

namespace Parley.Cli.Articles;

/// <summary>An article of a file, or the reason why there is none.</summary>
/// <param name="Source">File, and line where the file has several articles.</param>
/// <param name="Article">The article; null where it cannot be read.</param>
/// <param name="Error">What is wrong; null where nothing is.</param>
internal sealed record FileArticle(string Source, ArticleSubmission? Article, string? Error);

/// <summary>Reads articles from files: <c>.txt</c> (one a file), <c>.json</c> (one, or a list) and <c>.jsonl</c> (one a line), and from folders of them.</summary>
internal static class ArticleFiles
{
    private static readonly string[] Extensions = [".txt", ".json", ".jsonl"];
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The articles of files and folders, in the order given, those of a folder by name.</summary>
    /// <exception cref="UsageException">A path does not exist, or is a file of another kind.</exception>
    public static IEnumerable<FileArticle> Read(IEnumerable<string> paths, Manifest manifest)
    {
        foreach (var path in paths)
        {
            if (Directory.Exists(path))
            {
                var files = Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
                    .Where(f => Extensions.Contains(Path.GetExtension(f), StringComparer.OrdinalIgnoreCase))
                    .Where(f => Path.GetFileName(f) is not ("manifest.json" or "expected.json"))
                    .Select(f => (File: f, Id: Path.GetRelativePath(path, f).Replace('\\', '/')))
                    .OrderBy(f => f.Id, StringComparer.Ordinal);
                foreach (var (file, id) in files)
                {
                    foreach (var article in ReadFile(file, id, manifest))
                        yield return article;
                }
            }
            else if (!File.Exists(path))
            {
                throw new UsageException($"There is no file or folder {path}.");
            }
            else if (!Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase))
            {
                throw new UsageException($"{path} is none of {string.Join(", ", Extensions)}.");
            }
            else if (Path.GetFileName(path) != "manifest.json")
            {
                foreach (var article in ReadFile(path, Path.GetFileName(path), manifest))
                    yield return article;
            }
        }
    }

    private static IEnumerable<FileArticle> ReadFile(string file, string id, Manifest manifest) => Path.GetExtension(file).ToUpperInvariant() switch
    {
        ".TXT" => [Guarded(file, () => Complete(new ArticleSubmission { Id = id, Text = File.ReadAllText(file, Strict) }, manifest))],
        ".JSONL" => ReadLines(file, manifest),
        _ => ReadJson(file, id, manifest),
    };

    private static IEnumerable<FileArticle> ReadLines(string file, Manifest manifest)
    {
        var number = 0;
        foreach (var line in File.ReadLines(file))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
                yield return Guarded($"{file}:{number}", () => Complete(ArticleJson.Read(line, defaultId: null), manifest));
        }
    }

    private static IReadOnlyList<FileArticle> ReadJson(string file, string id, Manifest manifest)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(file, Strict));
            if (document.RootElement.ValueKind != JsonValueKind.Array)
                return [Guarded(file, () => Complete(ArticleJson.Read(document.RootElement, id), manifest))];
            return [.. document.RootElement.EnumerateArray().Select((element, i) =>
                Guarded($"{file}[{i}]", () => Complete(ArticleJson.Read(element, $"{id}[{i}]"), manifest)))];
        }
        catch (Exception e) when (e is JsonException or DecoderFallbackException)
        {
            return [new FileArticle(file, null, e.Message)];
        }
    }

    private static FileArticle Guarded(string source, Func<ArticleSubmission> read)
    {
        try
        {
            return new FileArticle(source, read(), null);
        }
        catch (Exception e) when (e is JsonException or DecoderFallbackException or InvalidOperationException or IOException)
        {
            return new FileArticle(source, null, e.Message);
        }
    }

    /// <summary>Adds what the manifest knows and the article does not say itself.</summary>
    private static ArticleSubmission Complete(ArticleSubmission article, Manifest manifest)
    {
        if (manifest.Find(article.Id) is not { } entry)
            return article;
        if (article.PublishedAt.Length == 0)
            article.PublishedAt = entry.PublishedAt ?? "";
        if (article.Outlet.Length == 0)
            article.Outlet = entry.Outlet ?? "";
        if (article.Url.Length == 0)
            article.Url = entry.Url ?? "";
        if (article.Title.Length == 0)
            article.Title = entry.Title ?? "";
        return article;
    }
}
