using System.Text.Json;
using System.Text.Json.Serialization;

namespace Parley.Contracts;

/// <summary>Writes an enum as the lower-case word of the wire (<c>under_way</c>) and reads nothing else.</summary>
/// <typeparam name="T">The enum.</typeparam>
public sealed class WireWordConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
