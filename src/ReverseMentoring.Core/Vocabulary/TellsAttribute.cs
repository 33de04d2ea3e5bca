namespace ReverseMentoring.Core.Vocabulary;

/// <summary>
/// Of whom a managers' page, answer or file tells: at a type of all its fields, at a field of that one. A field that says nothing tells what the
/// type does that it holds, and where that says nothing either, what the type does that it stands in.
/// </summary>
/// <remarks>Fields of <see cref="Told.Person"/> have no value in works council mode.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Property)]
public sealed class TellsAttribute(Told told) : Attribute
{
    public Told Told { get; } = told;
}
