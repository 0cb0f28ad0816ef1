using System.Text.Json.Serialization;

namespace Parley.Contracts.Messages;

/// <summary>
/// Messages of one type that left their service together, as one on the bus: what the broker and the bus cost, they cost a bundle. Each takes effect by
/// itself and keeps its id. It goes where a message of the type goes; a lone message goes without a bundle.
/// </summary>
/// <typeparam name="T">The type of the messages.</typeparam>
public sealed record Bundle<T>
    where T : class
{
    /// <summary>The messages; their order means nothing.</summary>
    public required IReadOnlyList<Bundled<T>> Messages { get; init; }
}

/// <summary>A message in a bundle.</summary>
/// <typeparam name="T">Its type.</typeparam>
[JsonConverter(typeof(BundledJson))]
public sealed record Bundled<T>
    where T : class
{
    /// <summary>The message's id on the wire, by which receivers tell a repetition.</summary>
    public required Guid Id { get; init; }

    /// <summary>W3C trace context of what caused it; null where nothing was traced.</summary>
    public string? TraceParent { get; init; }

    /// <summary>The message.</summary>
    public required T Message { get; init; }

    /// <summary>The message in JSON as <see cref="ParleyJson.Line"/> writes it, where that is there already; null where it is yet to be written.</summary>
    public ReadOnlyMemory<byte>? Json { get; init; }
}
