namespace ReverseMentoring.Core.Vocabulary;

/// <summary>
/// Of whom a managers' page, answer or file tells. At a type it holds for all fields, at a field for that one. A field without it goes by what
/// its own type says, and where that says nothing, by the type that it stands in.
/// </summary>
/// <remarks>Fields of <see cref="Told.Person"/> have no value in works council mode.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Property)]
public sealed class TellsAttribute(Told told) : Attribute
{
    public Told Told { get; } = told;
}
