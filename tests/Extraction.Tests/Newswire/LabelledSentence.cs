using System.Text.Json;
using System.Text.Json.Serialization;

namespace Parley.Extraction.Tests.Newswire;

/// <summary>A sentence with what a careful reader finds in it.</summary>
internal sealed record LabelledSentence(
    string Id,
    string Text,
    string Type,
    string? Status,
    string? Negative,
    IReadOnlyList<string> Participants,
    string? Also,
    [property: JsonPropertyName("also_type")] string? AlsoType,
    bool? Open)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<LabelledSentence> Read(string file) =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Newswire", file)).Select(line => JsonSerializer.Deserialize<LabelledSentence>(line, Options)!).Where(s => s.Open is not true)];
}
