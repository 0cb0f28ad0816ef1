namespace Grpc.Core;

/// <summary>How messages are written.</summary>
public class WriteOptions
{
    /// <summary>No flags.</summary>
    public static readonly WriteOptions Default = new();

    /// <summary>Options with the flags given.</summary>
    public WriteOptions(WriteFlags flags = default) => Flags = flags;

    /// <summary>What the writer may do.</summary>
    public WriteFlags Flags { get; }
}
