using System.Text.Json;

namespace Parley.Extraction.Tests.Newswire;

/// <summary>An article with the mentions that a careful reader finds in it.</summary>
internal sealed record LabelledArticle(string Id, string Text, [property: System.Text.Json.Serialization.JsonPropertyName("published_at")] string PublishedAt, IReadOnlyList<LabelledMention> Mentions)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<LabelledArticle> Read() =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Newswire", "articles.jsonl")).Select(line => JsonSerializer.Deserialize<LabelledArticle>(line, Options)!)];
}
