using System.Buffers;
using System.Text;
using Grpc.Core;

namespace Parley.Compat.Tests.Contracts;

public sealed class MarshallersKeepTheirPromises
{
    [Fact]
    public void Text_is_UTF8()
    {
        Marshallers.StringMarshaller.Serializer("ş").ShouldBe([0xC5, 0x9F]);
        Marshallers.StringMarshaller.Deserializer([0xC5, 0x9F]).ShouldBe("ş");
    }

    [Fact]
    public void A_marshaller_of_arrays_works_on_contexts()
    {
        var marshaller = Marshallers.Create(Encoding.UTF8.GetBytes, Encoding.UTF8.GetString);
        var sent = new Sent();

        marshaller.ContextualSerializer("truce", sent);

        sent.Payload.ShouldBe("truce"u8.ToArray());
        marshaller.ContextualDeserializer(new Received("truce"u8.ToArray())).ShouldBe("truce");
    }

    [Fact]
    public void A_marshaller_of_contexts_works_on_arrays()
    {
        var marshaller = Marshallers.Create<string>(
            (text, context) =>
            {
                context.SetPayloadLength(text.Length);
                context.GetBufferWriter().Write(Encoding.UTF8.GetBytes(text));
                context.Complete();
            },
            context => $"{context.PayloadLength} {Encoding.UTF8.GetString(context.PayloadAsReadOnlySequence())}");

        marshaller.Serializer("truce").ShouldBe("truce"u8.ToArray());
        marshaller.Deserializer("truce"u8.ToArray()).ShouldBe("5 truce");
    }

    [Fact]
    public void A_serializer_completes_once()
    {
        var twice = Marshallers.Create<string>(
            (_, context) =>
            {
                context.Complete([1]);
                context.Complete([2]);
            },
            _ => "");
        var never = Marshallers.Create<string>((_, _) => { }, _ => "");

        Should.Throw<InvalidOperationException>(() => twice.Serializer(""));
        Should.Throw<InvalidOperationException>(() => never.Serializer(""));
    }

    [Fact]
    public void A_context_refuses_what_it_does_not_offer()
    {
        var context = new Bare();

        Should.Throw<NotImplementedException>(() => context.Complete([]));
        Should.Throw<NotImplementedException>(context.Complete);
        Should.Throw<NotImplementedException>(context.GetBufferWriter);
        context.SetPayloadLength(1);
    }

    private sealed class Bare : SerializationContext;

    private sealed class Sent : SerializationContext
    {
        public byte[]? Payload { get; private set; }

        public override void Complete(byte[] payload) => Payload = payload;
    }

    private sealed class Received(byte[] payload) : DeserializationContext
    {
        public override int PayloadLength => payload.Length;

        public override byte[] PayloadAsNewBuffer() => payload;
    }
}
