namespace Grpc.Core;

/// <summary>What a writer may do with a message.</summary>
[Flags]
public enum WriteFlags
{
    /// <summary>The message may wait in a buffer for the next one.</summary>
    BufferHint = 1,

    /// <summary>The message is not to be compressed, even where its call is.</summary>
    NoCompress = 2,
}
