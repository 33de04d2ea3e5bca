using System.Text.Json.Serialization;
using ReverseMentoring.Core.Naming;

namespace ReverseMentoring.Core.Surveys;

/// <summary>One wording of one survey question: what was worded anew has another, so that answers to two wordings are never compared.</summary>
[JsonConverter(typeof(TypedIdConverter<ItemId>))]
public readonly record struct ItemId(string Value) : ITypedId<ItemId>
{
    public static ItemId From(string value) => new(value);

    public int CompareTo(ItemId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}
