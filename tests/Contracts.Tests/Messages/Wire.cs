using MassTransit;
using MassTransit.Context;
using MassTransit.Serialization;

namespace Parley.Contracts.Tests.Messages;

/// <summary>Messages as the bus writes and reads them: raw JSON by MassTransit's own options.</summary>
internal static class Wire
{
    private static readonly SystemTextJsonRawMessageSerializer Serializer = new(RawSerializerOptions.AddTransportHeaders | RawSerializerOptions.CopyHeaders);

    public static string Write<T>(T message)
        where T : class => Serializer.GetMessageBody(new MessageSendContext<T>(message)).GetString();

    public static T Read<T>(string body)
        where T : class => System.Text.Json.JsonSerializer.Deserialize<T>(body, SystemTextJsonMessageSerializer.Options)!;
}
