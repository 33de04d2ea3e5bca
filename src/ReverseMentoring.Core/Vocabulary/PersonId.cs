using System.Text.Json.Serialization;
using ReverseMentoring.Core.Naming;

namespace ReverseMentoring.Core.Vocabulary;

/// <summary>A person's id, drawn: nothing of the person can be read in it, and the address doesn't lead to it.</summary>
[JsonConverter(typeof(TypedIdConverter<PersonId>))]
public readonly record struct PersonId(string Value) : ITypedId<PersonId>
{
    public static PersonId From(string value) => new(value);

    public static bool TryParse(string? text, out PersonId id)
    {
        id = new(text ?? "");
        return text is { Length: > 0 };
    }

    public int CompareTo(PersonId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}
