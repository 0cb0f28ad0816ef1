using System.Text;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;

namespace Parley.Interop.Tests.Hostile;

/// <summary>One way to spoil a request.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">From the request to the field; empty for the request as a whole.</param>
/// <param name="Hostility">Its name in expected.txt.</param>
internal sealed record Spoiling(MethodDescriptor Method, IReadOnlyList<FieldDescriptor> Path, string Hostility)
{
    private const int Huge = 1024 * 1024;
    private const int Oversized = 20 * 1024 * 1024;
    private const int UnknownField = 15_000;

    // As many characters as there are bytes that take their place on the wire: no library would write those.
    private const string Marker = "no-utf-8";
    private static readonly byte[] NoUtf8 = [0x41, 0xc3, 0x28, 0xff, 0xfe, 0x80, 0xed, 0xa0];

    private static readonly Dictionary<string, object> Texts = new()
    {
        ["blank"] = " \t\u00a0",
        ["nul"] = "a\0b",
        ["control"] = "a\u001b[2Jb",
        ["long"] = new string('x', Huge),
        ["no-utf8"] = Marker,
    };

    private static readonly Dictionary<string, object> Numbers = new() { ["negative"] = -1, ["most-negative"] = int.MinValue, ["huge"] = int.MaxValue };

    private static readonly Dictionary<string, object> LongNumbers = new() { ["negative"] = -1L, ["most-negative"] = long.MinValue, ["huge"] = long.MaxValue };

    private static readonly Dictionary<string, object> Fractions = new() { ["below-0"] = -0.5, ["above-1"] = 1.5, ["no-number"] = double.NaN, ["infinite"] = double.PositiveInfinity };

    private static readonly Dictionary<string, object> EnumNumbers = new() { ["unknown-number"] = 9_999, ["negative-number"] = -1 };

    private static readonly Dictionary<string, object> Flags = new() { ["two"] = true };

    private static readonly Dictionary<string, object> Times = new()
    {
        ["before-year-1"] = new Timestamp { Seconds = -62_135_596_801 },
        ["after-9999"] = new Timestamp { Seconds = 253_402_300_800 },
        ["furthest"] = new Timestamp { Seconds = long.MaxValue, Nanos = int.MaxValue },
        ["bad-nanos"] = new Timestamp { Nanos = -1 },
        ["first-moment"] = new Timestamp { Seconds = -62_135_596_800 },
        ["last-moment"] = new Timestamp { Seconds = 253_402_300_799, Nanos = 999_999_999 },
    };

    /// <summary>Every way to spoil the requests of a method: each field by what does harm to its type, and the message as a whole.</summary>
    public static IEnumerable<Spoiling> Of(MethodDescriptor method) =>
        new[] { "empty", "garbage", "oversized" }.Select(h => new Spoiling(method, [], h)).Concat(OfFields(method, method.InputType, []));

    /// <summary>The field's path: <c>article.text</c>.</summary>
    public string Field => Path.Count == 0 ? "-" : string.Join('.', Path.Select(f => f.IsRepeated ? f.Name + "[0]" : f.Name));

    /// <summary>The spoiled request on the wire.</summary>
    /// <param name="request">A right one.</param>
    public byte[] Apply(IMessage request)
    {
        switch (Hostility)
        {
            case "empty":
                return [];
            case "garbage":
                return [0x0a, 0xff, 0xff, 0xff, 0xff, 0x0f];
            case "oversized":
                // As a field that no message has, which a parser would pass over.
                return [.. request.ToByteArray(), .. WithBytes(UnknownField, new byte[Oversized])];
        }

        var spoiled = request.Descriptor.Parser.ParseFrom(request.ToByteArray());
        var holder = spoiled;
        foreach (var step in Path.SkipLast(1))
        {
            holder = Into(holder, step);
        }

        Set(holder, Path[^1]);
        var bytes = spoiled.ToByteArray();
        if (Hostility == "no-utf8")
            NoUtf8.CopyTo(bytes, bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Marker)));

        // Neither 0 nor 1, which no library would write: the last value of a field counts, so that it stands behind a right one.
        if (Hostility != "two")
            return bytes;
        return [.. bytes, .. Path.SkipLast(1).Reverse().Aggregate(WithNumber(Path[^1].FieldNumber, 2), (inner, step) => WithBytes(step.FieldNumber, inner))];
    }

    /// <summary>The message in a field, of several the first; made where there is none.</summary>
    private static IMessage Into(IMessage holder, FieldDescriptor step)
    {
        var made = step.MessageType.Parser.ParseFrom(ByteString.Empty);
        if (step.IsRepeated)
        {
            var list = (System.Collections.IList)step.Accessor.GetValue(holder);
            if (list.Count == 0)
                list.Add(made);
            return (IMessage)list[0]!;
        }

        if (step.Accessor.GetValue(holder) is null)
            step.Accessor.SetValue(holder, made);
        return (IMessage)step.Accessor.GetValue(holder);
    }

    public override string ToString() => $"{Method.Service.Name}/{Method.Name} {Field} {Hostility}";

    private static IEnumerable<Spoiling> OfFields(MethodDescriptor method, MessageDescriptor type, FieldDescriptor[] before)
    {
        // What is wrong with keys and values of a map, the service's own tests say.
        foreach (var field in type.Fields.InDeclarationOrder().Where(f => !f.IsMap))
        {
            FieldDescriptor[] path = [.. before, field];
            foreach (var hostility in ValuesOf(field).Keys)
                yield return new Spoiling(method, path, hostility);
            if (field.FieldType != FieldType.Message || field.MessageType == Timestamp.Descriptor)
                continue;
            yield return new Spoiling(method, path, "missing");
            foreach (var inner in OfFields(method, field.MessageType, path))
                yield return inner;
        }
    }

    private static Dictionary<string, object> ValuesOf(FieldDescriptor field) => field.FieldType switch
    {
        FieldType.String => Texts,
        FieldType.Int32 => Numbers,
        FieldType.Int64 => LongNumbers,
        FieldType.Double => Fractions,
        FieldType.Enum => EnumNumbers,
        FieldType.Bool => Flags,
        FieldType.Message when field.MessageType == Timestamp.Descriptor => Times,
        FieldType.Message => [],
        _ => throw new InvalidOperationException($"{field.FullName} is the first request field of type {field.FieldType}: say what could be wrong with it."),
    };

    private static byte[] WithBytes(int field, byte[] value)
    {
        using var memory = new MemoryStream();
        using (var output = new CodedOutputStream(memory, leaveOpen: true))
        {
            output.WriteTag(field, WireFormat.WireType.LengthDelimited);
            output.WriteBytes(ByteString.CopyFrom(value));
        }

        return memory.ToArray();
    }

    private static byte[] WithNumber(int field, ulong value)
    {
        using var memory = new MemoryStream();
        using (var output = new CodedOutputStream(memory, leaveOpen: true))
        {
            output.WriteTag(field, WireFormat.WireType.Varint);
            output.WriteUInt64(value);
        }

        return memory.ToArray();
    }

    private void Set(IMessage holder, FieldDescriptor field)
    {
        field.Accessor.Clear(holder);
        if (Hostility == "missing")
            return;
        var value = ValuesOf(field)[Hostility];
        if (field.FieldType == FieldType.Enum)
            value = System.Enum.ToObject(field.EnumType.ClrType, value);
        if (field.IsRepeated)
            ((System.Collections.IList)field.Accessor.GetValue(holder)).Add(value);
        else
            field.Accessor.SetValue(holder, value);
    }
}
