using System.Text.Json;
using System.Text.Json.Serialization;

namespace Parley.Contracts.Messages;

/// <summary>
/// A message of a bundle in JSON: the message itself as it stands in the outbox, whatever the bus's own options are, so that it need not be written twice.
/// </summary>
internal sealed class BundledJson : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Bundled<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert.GenericTypeArguments))!;

    private sealed class Converter<T> : JsonConverter<Bundled<T>>
        where T : class
    {
        public override Bundled<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var (id, trace, message) = (default(Guid?), default(string), default(T));
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString();
                reader.Read();
                switch (name)
                {
                    case "id":
                        id = reader.GetGuid();
                        break;
                    case "trace_parent":
                        trace = reader.GetString();
                        break;
                    case "message":
                        message = JsonSerializer.Deserialize<T>(ref reader, ParleyJson.Line);
                        break;
                    default:
                        reader.Skip();
                        break;
                }
            }

            return new()
            {
                Id = id ?? throw new JsonException("A message of a bundle has no id."),
                TraceParent = trace,
                Message = message ?? throw new JsonException($"Message {id} of a bundle is empty."),
            };
        }

        public override void Write(Utf8JsonWriter writer, Bundled<T> value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            writer.WriteString("id", value.Id);
            if (value.TraceParent is not null)
                writer.WriteString("trace_parent", value.TraceParent);
            writer.WritePropertyName("message");
            if (value.Json is { } json)
                writer.WriteRawValue(json.Span, skipInputValidation: true);
            else
                JsonSerializer.Serialize(writer, value.Message, ParleyJson.Line);
            writer.WriteEndObject();
        }
    }
}
