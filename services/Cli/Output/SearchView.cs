using System.Globalization;
using System.Text;
using System.Text.Json;
using Parley.Contracts;
using Parley.Protocol.Search.V1;
using Spectre.Console;

namespace Parley.Cli.Output;

/// <summary>What a search found, for programs and for people.</summary>
internal static class SearchView
{
    /// <summary>The type of a line that is an article; entries have their own.</summary>
    public const string Article = "article";

    /// <summary>Around words that were found, as the service gives them.</summary>
    private const char Begin = '«';
    private const char End = '»';

    /// <summary>An article as a line of JSON.</summary>
    public static string Line(ArticleHit hit) => JsonSerializer.Serialize(
        new { Id = hit.ArticleId, Type = Article, hit.Title, hit.Outlet, hit.Url, PublishedAt = hit.PublishedAt.ToDateTimeOffset(), hit.Snippet }, ParleyJson.Line);

    /// <summary>Shows entries as a table, and articles with the passage that was found.</summary>
    public static void Show(IAnsiConsole console, IReadOnlyList<Entry> entries, IReadOnlyList<ArticleHit> articles)
    {
        if (entries.Count > 0)
            console.Write(EntryTable.Of(entries));
        foreach (var hit in articles)
        {
            var published = hit.PublishedAt.ToDateTimeOffset().ToString("d MMM yyyy HH:mm'Z'", CultureInfo.InvariantCulture);
            var source = string.Join(", ", new[] { hit.Outlet, published, hit.ArticleId }.Where(p => p.Length > 0));
            console.MarkupLine($"[bold underline]{Markup.Escape(hit.Title)}[/]");
            console.MarkupLine($"  [grey]{Markup.Escape(source)}[/]");
            console.MarkupLine($"  {Marked(hit.Snippet)}");
            console.WriteLine();
        }
    }

    /// <summary>A snippet as markup: the words that were found in bold instead of between the service's signs.</summary>
    public static string Marked(string snippet)
    {
        var markup = new StringBuilder();
        var bold = false;
        foreach (var part in Parts(string.Join(' ', snippet.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))))
        {
            // A sign of the article's own, such as a closing one without an opening one, stays a sign.
            if (part is [Begin] or [End] && bold == (part[0] == End))
            {
                markup.Append(bold ? "[/]" : "[bold yellow]");
                bold = !bold;
            }
            else
            {
                markup.Append(Markup.Escape(part));
            }
        }

        return markup.Append(bold ? "[/]" : "").ToString();
    }

    private static IEnumerable<string> Parts(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not (Begin or End))
                continue;
            yield return text[start..i];
            yield return text[i..(i + 1)];
            start = i + 1;
        }

        yield return text[start..];
    }
}
