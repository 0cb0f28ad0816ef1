using System.Buffers.Binary;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using Google.Protobuf;
using Grpc.Core;
using Parley.Protocol.Extraction.V1;

namespace Parley.Interop.Tests.Hostile;

/// <summary>Below the messages: what no gRPC library would put on the wire.</summary>
[Collection(nameof(RunningParley))]
public sealed class Frames_that_are_wrong(RunningParley parley)
{
    private const string Method = "parley.extraction.v1.ExtractionService/Analyze";

    private static readonly byte[] Right = new AnalyzeRequest { Text = "They met." }.ToByteArray();

    [Fact]
    public async Task Right_frames_are_taken() => (await CallAsync(Frame(0, Right))).ShouldBe(StatusCode.OK);

    [Fact]
    public async Task Compressed_frames_are_taken() => (await CallAsync(Frame(1, Zip(Right)), "gzip")).ShouldBe(StatusCode.OK);

    [Fact]
    public async Task What_grows_beyond_the_limit_when_it_is_unpacked_is_too_large() =>
        (await CallAsync(Frame(1, Zip(new byte[100 * 1024 * 1024])), "gzip")).ShouldBe(StatusCode.ResourceExhausted);

    [Fact]
    public async Task What_cannot_be_unpacked_is_the_callers_error() => (await CallAsync(Frame(1, Right), "gzip")).ShouldBe(StatusCode.InvalidArgument);

    [Fact]
    public async Task What_is_packed_in_an_unknown_way_is_not_implemented() => (await CallAsync(Frame(1, Right), "lz77")).ShouldBe(StatusCode.Unimplemented);

    /// <summary>gRPC's own specification has INTERNAL for a message that breaks off, so this is no failure of the service.</summary>
    [Fact]
    public async Task A_frame_that_breaks_off_is_an_error_of_the_protocol() => (await CallAsync(Frame(0, Right)[..^2])).ShouldBe(StatusCode.Internal);

    private async Task<StatusCode> CallAsync(byte[] body, string? encoding = null)
    {
        var errorsBefore = parley.Log.Errors.Count;
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"http://{parley.Target}/{Method}")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/grpc") } },
        };
        request.Headers.TE.Add(new TransferCodingWithQualityHeaderValue("trailers"));
        if (encoding is not null)
            request.Headers.Add("grpc-encoding", encoding);
        using var response = await client.SendAsync(request);
        await response.Content.ReadAsByteArrayAsync();

        parley.Log.Errors.Skip(errorsBefore).ShouldBeEmpty("a caller's error is none of the operator's");
        var headers = response.TrailingHeaders.Contains("grpc-status") ? response.TrailingHeaders : response.Headers;
        return Enum.Parse<StatusCode>(headers.GetValues("grpc-status").Single());
    }

    private static byte[] Frame(byte compressed, byte[] message)
    {
        var frame = new byte[5 + message.Length];
        frame[0] = compressed;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), message.Length);
        message.CopyTo(frame, 5);
        return frame;
    }

    private static byte[] Zip(byte[] message)
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.Fastest))
            gzip.Write(message);
        return memory.ToArray();
    }
}
