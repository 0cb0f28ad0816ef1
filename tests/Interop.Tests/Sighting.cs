using System.Text.Json;

namespace Parley.Interop.Tests;

/// <summary>What a client saw of a behaviour.</summary>
/// <param name="Seen">As it told it.</param>
/// <param name="Error">How it failed; null where it did not.</param>
/// <param name="CallsLeft">Calls that the service was still busy with a while after.</param>
internal sealed record Sighting(JsonElement Seen, string? Error, int CallsLeft)
{
    public string? Text(string name) => Seen.TryGetProperty(name, out var value) ? value.ToString() : null;

    public IReadOnlyList<string> Lines(string name) => Seen.TryGetProperty(name, out var value) ? [.. value.EnumerateArray().Select(e => e.GetString()!)] : [];
}
