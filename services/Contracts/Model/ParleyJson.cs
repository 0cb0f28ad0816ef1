using System.Text.Encodings.Web;
using System.Text.Json;

namespace Parley.Contracts;

/// <summary>The one JSON form of everything that Parley prints, stores and sends: snake_case names, words for enums, no nulls left out.</summary>
public static class ParleyJson
{
    /// <summary>Compact, a document a line.</summary>
    public static JsonSerializerOptions Line { get; } = Make();

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            // News is full of quotation marks and accents; the output is read by people and written to no HTML page.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            // A jsonb column gives keys back in an order of its own, and the one that names the type anywhere among them.
            AllowOutOfOrderMetadataProperties = true,
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
