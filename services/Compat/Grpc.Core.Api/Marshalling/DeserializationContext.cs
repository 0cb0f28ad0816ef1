using System.Buffers;

namespace Grpc.Core;

/// <summary>Where a deserializer finds a message. The bytes are valid only until it returns.</summary>
public abstract class DeserializationContext
{
    /// <summary>The length of the message.</summary>
    public abstract int PayloadLength { get; }

    /// <summary>The message in an array of its own.</summary>
    public virtual byte[] PayloadAsNewBuffer() => throw new NotImplementedException();

    /// <summary>The message without a copy, where the transport can give it so.</summary>
    public virtual ReadOnlySequence<byte> PayloadAsReadOnlySequence() => new(PayloadAsNewBuffer());
}
