using System.Globalization;
using System.Text.Unicode;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Parley.Platform.Grpc;

/// <summary>
/// Looks into a message on the wire for text that is none. The parser would put U+FFFD in its place and say nothing: an article would be stored as
/// its sender never wrote it, and two ids could become one.
/// </summary>
internal static class WireText
{
    /// <summary>The path of the first string that is not valid UTF-8, such as <c>article.text</c>; null where there is none.</summary>
    /// <param name="type">The message's type.</param>
    /// <param name="message">One that the parser takes.</param>
    public static string? FirstInvalid(MessageDescriptor type, ReadOnlySpan<byte> message)
    {
        Dictionary<int, int>? seen = null;
        while (message.Length > 0)
        {
            var tag = (uint)Varint(ref message);
            var value = WireFormat.GetTagWireType(tag) switch
            {
                WireFormat.WireType.Varint => Nothing(Varint(ref message)),
                WireFormat.WireType.Fixed64 => Take(ref message, sizeof(ulong)),
                WireFormat.WireType.Fixed32 => Take(ref message, sizeof(uint)),
                WireFormat.WireType.LengthDelimited => Take(ref message, (int)Varint(ref message)),
                // What a group holds follows like fields of the message itself.
                _ => [],
            };
            // A field of another wire type than its own is unknown to the parser, and no text.
            if (WireFormat.GetTagWireType(tag) != WireFormat.WireType.LengthDelimited
                || type.FindFieldByNumber(WireFormat.GetTagFieldNumber(tag)) is not { FieldType: FieldType.String or FieldType.Message } field)
                continue;
            var index = 0;
            if (field.IsRepeated)
                index = (seen ??= [])[field.FieldNumber] = seen.GetValueOrDefault(field.FieldNumber, -1) + 1;
            if (field.FieldType == FieldType.String && !Utf8.IsValid(value))
                return Path(field, index);
            if (field.FieldType == FieldType.Message && FirstInvalid(field.MessageType, value) is { } inner)
                return $"{Path(field, index)}.{inner}";
        }

        return null;
    }

    private static string Path(FieldDescriptor field, int index) =>
        field.IsRepeated ? string.Create(CultureInfo.InvariantCulture, $"{field.Name}[{index}]") : field.Name;

    private static ulong Varint(ref ReadOnlySpan<byte> message)
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var part = Take(ref message, 1)[0];
            value |= (ulong)(part & 0x7f) << shift;
            if (part < 0x80)
                return value;
        }
    }

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> message, int length)
    {
        var taken = message[..length];
        message = message[length..];
        return taken;
    }

    private static ReadOnlySpan<byte> Nothing(ulong _) => [];
}
