using System.Text.Json.Serialization;
using ReverseMentoring.Core.Naming;

namespace ReverseMentoring.Core.Vocabulary;

/// <summary>A cohort's id: readable, made of its name and of the call that started it.</summary>
[JsonConverter(typeof(TypedIdConverter<CohortId>))]
public readonly record struct CohortId(string Value) : ITypedId<CohortId>
{
    public static CohortId From(string value) => new(value);

    public static bool TryParse(string? text, out CohortId id)
    {
        id = new(text ?? "");
        return text is { Length: > 0 };
    }

    public int CompareTo(CohortId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}
