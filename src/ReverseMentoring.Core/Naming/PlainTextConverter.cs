using System.Text.Json;
using System.Text.Json.Serialization;

namespace ReverseMentoring.Core.Naming;

/// <summary>Texts in JSON from outside, by <see cref="PlainText"/>.</summary>
internal sealed class PlainTextConverter : JsonConverter<string>
{
    /// <exception cref="JsonException">It is no text, or one that can't be shown; its path says where.</exception>
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String ? Plain(ref reader) : throw new JsonException();

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Plain(ref reader);

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WritePropertyName(value);

    private static string Plain(ref Utf8JsonReader reader)
    {
        try
        {
            return PlainText.TryRead(reader.GetString()!, out var plain) ? plain : throw new JsonException(PlainText.Problem);
        }
        catch (InvalidOperationException half)
        {
            // An escape for half of a surrogate pair.
            throw new JsonException(PlainText.Problem, half);
        }
    }
}
