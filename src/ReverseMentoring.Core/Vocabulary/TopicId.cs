using System.Text.Json.Serialization;
using ReverseMentoring.Core.Naming;

namespace ReverseMentoring.Core.Vocabulary;

/// <summary>A topic's id: a starter's, or made of the title as it is compared.</summary>
[JsonConverter(typeof(TypedIdConverter<TopicId>))]
public readonly record struct TopicId(string Value) : ITypedId<TopicId>
{
    public static TopicId From(string value) => new(value);

    public static bool TryParse(string? text, out TopicId id)
    {
        id = new(text ?? "");
        return text is { Length: > 0 };
    }

    public int CompareTo(TopicId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}
