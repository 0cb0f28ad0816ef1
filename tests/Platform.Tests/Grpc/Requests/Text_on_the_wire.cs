using Google.Protobuf;
using Parley.Platform.Grpc;
using Parley.Platform.Tests.Notes;

namespace Parley.Platform.Tests.Grpc.Requests;

public sealed class Text_on_the_wire
{
    private const string Marker = "~~~~";

    [Fact]
    public void Text_of_any_script_is_text() => FirstInvalid(new Note { Text = "Çağla, Ōe, 平和, 🕊\0", Tags = { "a", "ü" }, Inner = { new Note { Text = "é" } } }).ShouldBeNull();

    [Fact]
    public void Bytes_need_not_be_text() => FirstInvalid(new Note { Picture = ByteString.CopyFromUtf8(Marker) }).ShouldBeNull();

    [Fact]
    public void Text_that_is_none_is_found_behind_fields_of_every_shape() =>
        FirstInvalid(new Note { Size = ulong.MaxValue, Crc = uint.MaxValue, Number = -1, Picture = ByteString.CopyFromUtf8("x"), Tags = { "a", "b", Marker } }).ShouldBe("tags[2]");

    [Fact]
    public void Text_that_is_none_is_found_in_messages_in_messages() =>
        FirstInvalid(new Note { Inner = { new Note(), new Note { Text = "fine", Inner = { new Note { Text = Marker } } } } }).ShouldBe("inner[1].inner[0].text");

    [Fact]
    public void Fields_that_this_version_does_not_know_are_passed_over() => WireText.FirstInvalid(Note.Descriptor, [0xfa, 0x7f, 0x01, 0xff]).ShouldBeNull();

    [Theory]
    [InlineData("c328")]
    [InlineData("eda080")]
    [InlineData("f8888080")]
    [InlineData("c0af")]
    [InlineData("e282")]
    public void What_UTF_8_forbids_is_no_text(string hex)
    {
        var bytes = Convert.FromHexString(hex);

        WireText.FirstInvalid(Note.Descriptor, [0x0a, (byte)bytes.Length, .. bytes]).ShouldBe("text");
    }

    /// <summary>As it is with the marker's bytes made invalid.</summary>
    private static string? FirstInvalid(Note note)
    {
        var bytes = note.ToByteArray();
        if (bytes.AsSpan().IndexOf("~~~~"u8) is >= 0 and var at)
            bytes.AsSpan(at, Marker.Length).Fill(0xff);
        return WireText.FirstInvalid(Note.Descriptor, bytes);
    }
}
