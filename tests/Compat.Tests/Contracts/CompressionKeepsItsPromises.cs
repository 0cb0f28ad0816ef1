using System.IO.Compression;
using Grpc.Net.Compression;

namespace Parley.Compat.Tests.Contracts;

public sealed class CompressionKeepsItsPromises
{
    public static TheoryData<ICompressionProvider, string, byte> Providers { get; } = new()
    {
        { new GzipCompressionProvider(CompressionLevel.Fastest), "gzip", 0x1F },
        { new DeflateCompressionProvider(CompressionLevel.Fastest), "deflate", 0x78 }, // zlib's header, not raw deflate
    };

    [Theory]
    [MemberData(nameof(Providers))]
    public void An_encoding_has_its_name_and_its_format(ICompressionProvider provider, string name, byte first)
    {
        provider.EncodingName.ShouldBe(name);
        Compress(provider, null)[0].ShouldBe(first);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void What_was_compressed_comes_back(ICompressionProvider provider, string name, byte first)
    {
        using var stream = provider.CreateDecompressionStream(new MemoryStream(Compress(provider, CompressionLevel.Optimal)));
        using var plain = new MemoryStream();
        stream.CopyTo(plain);

        plain.ToArray().ShouldBe(Message, $"{name} {first}");
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void The_level_of_a_message_goes_before_the_providers_own(ICompressionProvider provider, string name, byte first)
    {
        var stored = Compress(provider, CompressionLevel.NoCompression);

        stored.Length.ShouldBeGreaterThan(Message.Length, $"{name} {first}");
        Compress(provider, null).Length.ShouldBeLessThan(Message.Length / 2);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void The_stream_underneath_stays_open(ICompressionProvider provider, string name, byte first)
    {
        using var under = new MemoryStream();
        provider.CreateCompressionStream(under, null).Dispose();

        under.CanWrite.ShouldBeTrue($"{name} {first}");
    }

    private static readonly byte[] Message = [.. Enumerable.Repeat((byte)7, 10_000)];

    private static byte[] Compress(ICompressionProvider provider, CompressionLevel? level)
    {
        using var packed = new MemoryStream();
        using (var stream = provider.CreateCompressionStream(packed, level))
            stream.Write(Message);
        return packed.ToArray();
    }
}
