using System.Text.Json;
using Parley.Protocol.Ingestion.V1;

namespace Parley.Cli.Articles;

/// <summary>
/// An article as a JSON object: <c>{"id","text","title"?,"published_at"?,"updated_at"?,"outlet"?,"url"?}</c>, or its withdrawal:
/// <c>{"id","withdrawn":true,"updated_at"?,"reason"?}</c>; other members are passed over.
/// </summary>
internal static class ArticleJson
{
    /// <summary>Reads one line.</summary>
    /// <exception cref="JsonException">It is no such object; the message says what is wrong.</exception>
    public static ArticleSubmission Read(string line, string? defaultId)
    {
        using var document = JsonDocument.Parse(line);
        return Read(document.RootElement, defaultId);
    }

    /// <summary>Reads one object.</summary>
    /// <exception cref="JsonException">It is no such object; the message says what is wrong.</exception>
    public static ArticleSubmission Read(JsonElement element, string? defaultId)
    {
        if (element.ValueKind != JsonValueKind.Object)
            throw new JsonException($"an object is wanted, this is {element.ValueKind}");
        var (id, url, updatedAt) = (Text(element, "id") ?? defaultId ?? "", Text(element, "url") ?? "", Text(element, "updated_at") ?? "");
        if (IsWithdrawn(element))
            return new ArticleSubmission { Id = id, Url = url, UpdatedAt = updatedAt, Withdrawn = true, WithdrawalReason = Text(element, "reason") ?? "" };
        return new ArticleSubmission
        {
            Id = id,
            Text = Text(element, "text") ?? throw new JsonException("the member \"text\" is missing"),
            Title = Text(element, "title") ?? "",
            PublishedAt = Text(element, "published_at") ?? "",
            Outlet = Text(element, "outlet") ?? "",
            Url = url,
            UpdatedAt = updatedAt,
        };
    }

    private static bool IsWithdrawn(JsonElement element) => element.TryGetProperty("withdrawn", out var member) && member.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False or JsonValueKind.Null => false,
        _ => throw new JsonException($"the member \"withdrawn\" must be true or false, this is {member.ValueKind}"),
    };

    private static string? Text(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var member) || member.ValueKind == JsonValueKind.Null)
            return null;
        return member.ValueKind switch
        {
            JsonValueKind.String => WholeText(member, name),
            JsonValueKind.Number when name == "id" => member.GetRawText(),
            _ => throw new JsonException($"the member \"{name}\" must be text, this is {member.ValueKind}"),
        };
    }

    private static string? WholeText(JsonElement member, string name)
    {
        try
        {
            return member.GetString();
        }
        catch (InvalidOperationException e)
        {
            // An escape such as \ud83d without the one that must follow it.
            throw new JsonException($"the member \"{name}\" is not valid text: {e.Message}", e);
        }
    }
}
