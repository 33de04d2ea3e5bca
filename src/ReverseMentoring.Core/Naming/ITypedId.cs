using System.Text.Json;
using System.Text.Json.Serialization;

namespace ReverseMentoring.Core.Naming;

/// <summary>
/// The id of one kind of thing, so that two kinds can't be taken for each other. In rows, links and JSON it is its text; ids sort
/// as ordinal texts do.
/// </summary>
public interface ITypedId<TSelf> : IComparable<TSelf>
    where TSelf : struct, ITypedId<TSelf>
{
    string Value { get; }

    static abstract TSelf From(string value);
}

/// <summary>An id in JSON: its text, as a value or as a property's name.</summary>
public sealed class TypedIdConverter<T> : JsonConverter<T>
    where T : struct, ITypedId<T>
{
    /// <exception cref="JsonException">It is no text.</exception>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String ? T.From(reader.GetString()!) : throw new JsonException();

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => T.From(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(value.Value);
}
