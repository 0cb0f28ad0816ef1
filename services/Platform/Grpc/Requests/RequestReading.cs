using System.Buffers;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;

namespace Parley.Platform.Grpc;

/// <summary>Reads requests so that one that is no message, or has text that is none, is the caller's error, with the field that is wrong.</summary>
internal static class RequestReading
{
    /// <summary>The method with its requests read so.</summary>
    public static Method<TRequest, TResponse> Of<TRequest, TResponse>(Method<TRequest, TResponse> method)
        where TRequest : class
        where TResponse : class =>
        new(method.Type, method.ServiceName, method.Name, Of(method.RequestMarshaller), method.ResponseMarshaller);

    private static Marshaller<T> Of<T>(Marshaller<T> marshaller)
        where T : class => new(marshaller.ContextualSerializer, context => Read(marshaller, new Payload(context.PayloadAsReadOnlySequence())));

    private static T Read<T>(Marshaller<T> marshaller, Payload payload)
        where T : class
    {
        T request;
        try
        {
            request = marshaller.ContextualDeserializer(payload);
        }
        catch (InvalidProtocolBufferException e)
        {
            throw GrpcErrors.Invalid("", $"the request cannot be read: {e.Message}");
        }

        return request is IMessage message && payload.FirstInvalidText(message.Descriptor) is { } field
            ? throw GrpcErrors.Invalid(field, "is not valid UTF-8")
            : request;
    }

    /// <summary>What came, to be read more than once: the server's own context gives it a single time.</summary>
    private sealed class Payload(ReadOnlySequence<byte> bytes) : DeserializationContext
    {
        public override int PayloadLength => (int)bytes.Length;

        public override byte[] PayloadAsNewBuffer() => bytes.ToArray();

        public override ReadOnlySequence<byte> PayloadAsReadOnlySequence() => bytes;

        public string? FirstInvalidText(MessageDescriptor type)
        {
            if (bytes.IsSingleSegment)
                return WireText.FirstInvalid(type, bytes.FirstSpan);
            var buffer = ArrayPool<byte>.Shared.Rent(PayloadLength);
            try
            {
                bytes.CopyTo(buffer);
                return WireText.FirstInvalid(type, buffer.AsSpan(0, PayloadLength));
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }
    }
}
