using System.Globalization;
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

    /// <summary>The services take 16 MiB a call, and one that is over ends the stream with all that follow it.</summary>
    private const int MaxBytes = 12_000_000;

    /// <summary>That of UTF-8, byte for byte.</summary>
    private const string ByteOrderMark = "\u00ef\u00bb\u00bf";

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
                    .Where(f => !IsAboutArticles(f, manifest))
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
            else if (!IsAboutArticles(path, manifest))
            {
                foreach (var article in ReadFile(path, Path.GetFileName(path), manifest))
                    yield return article;
            }
        }
    }

    /// <summary>Files that stand among articles and are none.</summary>
    private static bool IsAboutArticles(string file, Manifest manifest) =>
        Path.GetFileName(file) is "manifest.json" or "expected.json" || Path.GetFullPath(file) == manifest.File;

    private static IEnumerable<FileArticle> ReadFile(string file, string id, Manifest manifest) => Path.GetExtension(file).ToUpperInvariant() switch
    {
        ".TXT" => [Guarded(file, () => Complete(new ArticleSubmission { Id = id, Text = File.ReadAllText(file, Strict) }, file, manifest))],
        ".JSONL" => ReadLines(file, manifest),
        _ => ReadJson(file, id, manifest),
    };

    private static IEnumerable<FileArticle> ReadLines(string file, Manifest manifest)
    {
        // Bytes as characters first, and UTF-8 line by line: a line that is broken must not hide in its neighbours, nor end them.
        using var lines = new StreamReader(file, Encoding.Latin1, detectEncodingFromByteOrderMarks: false);
        for (var number = 1; lines.ReadLine() is { } bytes; number++)
        {
            var line = number == 1 && bytes.StartsWith(ByteOrderMark, StringComparison.Ordinal) ? bytes[ByteOrderMark.Length..] : bytes;
            if (!string.IsNullOrWhiteSpace(line))
                yield return Guarded($"{file}:{number}", () => Complete(ArticleJson.Read(Strict.GetString(Encoding.Latin1.GetBytes(line)), null), file, manifest));
        }
    }

    private static IReadOnlyList<FileArticle> ReadJson(string file, string id, Manifest manifest)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(file, Strict));
            if (document.RootElement.ValueKind != JsonValueKind.Array)
                return [Guarded(file, () => Complete(ArticleJson.Read(document.RootElement, id), file, manifest))];
            return [.. document.RootElement.EnumerateArray().Select((element, i) =>
                Guarded($"{file}[{i}]", () => Complete(ArticleJson.Read(element, $"{id}[{i}]"), file, manifest)))];
        }
        catch (Exception e) when (e is JsonException or DecoderFallbackException or IOException or UnauthorizedAccessException)
        {
            return [new FileArticle(file, null, e.Message)];
        }
    }

    private static FileArticle Guarded(string source, Func<ArticleSubmission> read)
    {
        try
        {
            var article = read();
            return article.CalculateSize() <= MaxBytes
                ? new FileArticle(source, article, null)
                : new FileArticle(source, null, string.Create(CultureInfo.InvariantCulture, $"the article is larger than {MaxBytes:N0} bytes"));
        }
        catch (Exception e) when (e is JsonException or DecoderFallbackException or IOException or UnauthorizedAccessException)
        {
            return new FileArticle(source, null, e.Message);
        }
    }

    /// <summary>Adds what the manifest knows and the article does not say itself.</summary>
    private static ArticleSubmission Complete(ArticleSubmission article, string file, Manifest manifest)
    {
        if (article.Withdrawn || manifest.Find(article.Id, file) is not { } entry)
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
