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
    public void A_marshaller_of_arrays_gives_back_its_functions()
    {
        Func<string, byte[]> serializer = Encoding.UTF8.GetBytes;
        Func<byte[], string> deserializer = Encoding.UTF8.GetString;

        var marshaller = new Marshaller<string>(serializer, deserializer);

        marshaller.Serializer.ShouldBeSameAs(serializer);
        marshaller.Deserializer.ShouldBeSameAs(deserializer);
    }

    [Fact]
    public void A_marshaller_of_contexts_gives_back_its_functions_and_none_for_arrays()
    {
        Action<string, SerializationContext> serializer = (text, context) => context.Complete(Encoding.UTF8.GetBytes(text));
        Func<DeserializationContext, string> deserializer = context => Encoding.UTF8.GetString(context.PayloadAsNewBuffer());

        var marshaller = Marshallers.Create(serializer, deserializer);

        marshaller.ContextualSerializer.ShouldBeSameAs(serializer);
        marshaller.ContextualDeserializer.ShouldBeSameAs(deserializer);
        Should.Throw<NotImplementedException>(() => marshaller.Serializer("truce"));
        Should.Throw<NotImplementedException>(() => marshaller.Deserializer([1]));
    }

    [Fact]
    public void A_marshaller_needs_both_functions()
    {
        Should.Throw<ArgumentNullException>(() => Marshallers.Create((Func<string, byte[]>)null!, Encoding.UTF8.GetString));
        Should.Throw<ArgumentNullException>(() => Marshallers.Create<string>(Encoding.UTF8.GetBytes, null!));
        Should.Throw<ArgumentNullException>(
            () => Marshallers.Create<string>((Action<string, SerializationContext>)null!, _ => ""));
        Should.Throw<ArgumentNullException>(() => Marshallers.Create<string>((_, _) => { }, null!));
    }

    [Fact]
    public void A_context_refuses_what_it_does_not_offer()
    {
        var context = new Bare();

        Should.Throw<NotImplementedException>(() => context.Complete([]));
        Should.Throw<NotImplementedException>(context.Complete);
        Should.Throw<NotImplementedException>(context.GetBufferWriter);
        context.SetPayloadLength(1);
        Should.Throw<NotImplementedException>(() => new BareSource().PayloadAsNewBuffer());
    }

    [Fact]
    public void A_message_in_one_array_can_be_read_as_a_sequence() =>
        new Received([1, 2]).PayloadAsReadOnlySequence().ToArray().ShouldBe([1, 2]);

    private sealed class Bare : SerializationContext;

    private sealed class BareSource : DeserializationContext
    {
        public override int PayloadLength => 0;
    }

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
