using System.Buffers;

namespace Grpc.Core;

/// <summary>Collects one message into an array, whichever way the serializer hands it over.</summary>
internal sealed class ArraySerializationContext : SerializationContext
{
    private readonly ArrayBufferWriter<byte> writer = new();
    private byte[]? payload;

    public byte[] Payload => payload ?? throw new InvalidOperationException("The serializer did not complete the message.");

    public override void Complete(byte[] payload)
    {
        ThrowIfComplete();
        this.payload = payload;
    }

    public override IBufferWriter<byte> GetBufferWriter()
    {
        ThrowIfComplete();
        return writer;
    }

    public override void Complete()
    {
        ThrowIfComplete();
        payload = writer.WrittenSpan.ToArray();
    }

    private void ThrowIfComplete()
    {
        if (payload is not null)
            throw new InvalidOperationException("The message is complete already.");
    }
}
