using System.IO.Compression;
using Grpc.Net.Compression;

namespace Parley.Platform.Grpc;

/// <summary>
/// A way to compress messages, in which what cannot be unpacked is the caller's error; the server would make UNKNOWN of it, with a stack trace in
/// the log.
/// </summary>
internal sealed class ReadableCompression(ICompressionProvider provider) : ICompressionProvider
{
    public string EncodingName => provider.EncodingName;

    public Stream CreateCompressionStream(Stream stream, CompressionLevel? compressionLevel) => provider.CreateCompressionStream(stream, compressionLevel);

    public Stream CreateDecompressionStream(Stream stream) => new Unpacking(provider.CreateDecompressionStream(stream), EncodingName);

    private sealed class Unpacking(Stream unpacked, string encoding) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            try
            {
                return unpacked.Read(buffer);
            }
            catch (InvalidDataException)
            {
                throw GrpcErrors.Invalid("", $"the request is not compressed with {encoding} as its header says");
            }
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                unpacked.Dispose();
            base.Dispose(disposing);
        }
    }
}
