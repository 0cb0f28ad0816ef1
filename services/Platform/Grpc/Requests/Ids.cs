using System.Globalization;
using Grpc.Core;

namespace Parley.Platform.Grpc;

/// <summary>Ids as callers give them: short, of one line, and not blank.</summary>
public static class Ids
{
    /// <summary>The most characters that an id of anything has.</summary>
    public const int Longest = 512;

    /// <summary>An id that must be there.</summary>
    /// <param name="id">As the caller gave it.</param>
    /// <param name="field">The request's field, for the error.</param>
    /// <exception cref="RpcException">INVALID_ARGUMENT: nothing can have such an id.</exception>
    public static string Required(string id, string field) => Fault(id) is { } fault ? throw GrpcErrors.Invalid(field, fault) : id;

    /// <summary>An id that may be left out; null where it is.</summary>
    /// <param name="id">As the caller gave it.</param>
    /// <param name="field">The request's field, for the error.</param>
    /// <exception cref="RpcException">INVALID_ARGUMENT: nothing can have such an id.</exception>
    public static string? Optional(string id, string field) => id.Length == 0 ? null : Required(id, field);

    /// <summary>Why nothing can have such an id, to follow its field's name; null where something can.</summary>
    public static string? Fault(string id)
    {
        if (string.IsNullOrWhiteSpace(id))
            return id.Length == 0 ? "is empty" : "is blank";
        if (id.Length > Longest)
            return string.Create(CultureInfo.InvariantCulture, $"has {id.Length:N0} characters, {Longest:N0} are allowed");
        var control = id.AsSpan().IndexOfAnyInRange('\0', '\u001f') is >= 0 and var low ? low : id.AsSpan().IndexOfAnyInRange('\u007f', '\u009f');
        return control < 0 ? null : string.Create(CultureInfo.InvariantCulture, $"has a control character at {control}");
    }
}
