using System.Buffers;

namespace Grpc.Core;

/// <summary>
/// Where a serializer puts a message: a whole array at once, or pieces into a buffer writer and then <see cref="Complete()"/>.
/// </summary>
public abstract class SerializationContext
{
    /// <summary>Hands over the whole message.</summary>
    public virtual void Complete(byte[] payload) => throw new NotImplementedException();

    /// <summary>The writer for a message in pieces.</summary>
    public virtual IBufferWriter<byte> GetBufferWriter() => throw new NotImplementedException();

    /// <summary>Says, before <see cref="GetBufferWriter"/>, how long the message will be; optional, and saves copies.</summary>
    public virtual void SetPayloadLength(int payloadLength)
    {
    }

    /// <summary>Says that what the buffer writer got is the whole message.</summary>
    public virtual void Complete() => throw new NotImplementedException();
}
