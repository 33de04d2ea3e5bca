using System.Text.Json.Serialization;
using ReverseMentoring.Core.Naming;

namespace ReverseMentoring.Core.Vocabulary;

/// <summary>The id of a pair or circle.</summary>
[JsonConverter(typeof(TypedIdConverter<MeetingId>))]
public readonly record struct MeetingId(string Value) : ITypedId<MeetingId>
{
    public static MeetingId From(string value) => new(value);

    public static bool TryParse(string? text, out MeetingId id)
    {
        id = new(text ?? "");
        return text is { Length: > 0 };
    }

    public int CompareTo(MeetingId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}
