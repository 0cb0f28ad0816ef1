namespace Grpc.Core;

/// <summary>How messages of one type become bytes and bytes become messages.</summary>
/// <typeparam name="T">The message.</typeparam>
public class Marshaller<T>
{
    private const string OnlyContextual = "This marshaller works on the transport's buffers, not on arrays.";

    /// <summary>A marshaller that works on whole arrays.</summary>
    public Marshaller(Func<T, byte[]> serializer, Func<byte[], T> deserializer)
    {
        ArgumentNullException.ThrowIfNull(serializer);
        ArgumentNullException.ThrowIfNull(deserializer);
        Serializer = serializer;
        Deserializer = deserializer;
        ContextualSerializer = (message, context) => context.Complete(serializer(message));
        ContextualDeserializer = context => deserializer(context.PayloadAsNewBuffer());
    }

    /// <summary>A marshaller that works on the transport's own buffers.</summary>
    public Marshaller(Action<T, SerializationContext> serializer, Func<DeserializationContext, T> deserializer)
    {
        ArgumentNullException.ThrowIfNull(serializer);
        ArgumentNullException.ThrowIfNull(deserializer);
        ContextualSerializer = serializer;
        ContextualDeserializer = deserializer;
        Serializer = static _ => throw new NotImplementedException(OnlyContextual);
        Deserializer = static _ => throw new NotImplementedException(OnlyContextual);
    }

    /// <summary>Message to array; throws a <see cref="NotImplementedException"/> where the marshaller works on buffers.</summary>
    public Func<T, byte[]> Serializer { get; }

    /// <summary>Array to message; throws a <see cref="NotImplementedException"/> where the marshaller works on buffers.</summary>
    public Func<byte[], T> Deserializer { get; }

    /// <summary>Message to the transport's buffer.</summary>
    public Action<T, SerializationContext> ContextualSerializer { get; }

    /// <summary>The transport's buffer to message.</summary>
    public Func<DeserializationContext, T> ContextualDeserializer { get; }
}
