using ReverseMentoring.Core.Programme;
using ReverseMentoring.Core.Vocabulary;

namespace ReverseMentoring.Core.Standings;

/// <summary>What counting needs to know of a person.</summary>
public readonly record struct CountedPerson(PersonId Id, Role Role, bool IsActive)
{
    public static CountedPerson Of(Person person) => new(person.Id, person.Role, person.IsActive);
}
